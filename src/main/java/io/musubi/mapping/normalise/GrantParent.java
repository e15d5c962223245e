package io.musubi.mapping.normalise;

import io.musubi.model.Text;

/**
 * The grant a branch belongs to: {@code JPMJMS2011-1-2} gives {@code jpmjms2011}, the whole grant, since a crosswalk
 * cannot climb branch by branch. Refuses without a word when there is no branch.
 */
final class GrantParent implements Normaliser {
    private final Normaliser grantNumber = new GrantNumber();

    @Override
    public String name() {
        return "grant-parent";
    }

    @Override
    public Text about() {
        return new Text(
                "体系的番号の枝番を除いた親の番号（枝番がなければ何も出しません）", "The grant number without its branches (nothing when it has none)");
    }

    @Override
    public Result apply(String raw) {
        if (grantNumber.apply(raw) instanceof Result.Value(String number, var note) && number.indexOf('-') > 0) {
            return Result.value(number.substring(0, number.indexOf('-')));
        }
        return Result.silent();
    }
}
