package io.musubi.mapping.normalise;

import io.musubi.model.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The abbreviation that ends a funder's name, {@code 科学技術振興機構（JST）}, or an abbreviation alone. Refuses without a word
 * when there is none: a name needs none.
 */
final class FunderAbbreviation implements Normaliser {
    private static final Pattern SHAPE = Pattern.compile("(?:.*[(\\[])?([A-Z][A-Za-z-]{1,11})[)\\]]?", Pattern.DOTALL);

    @Override
    public String name() {
        return "funder-abbreviation";
    }

    @Override
    public Text about() {
        return new Text("資金配分機関名の末尾の（JST）などの略称", "The abbreviation at the end of a funder's name, such as (JST)");
    }

    @Override
    public Result apply(String raw) {
        String text = Spelling.identifier(raw);
        Matcher matcher = SHAPE.matcher(text);
        if (text.length() > Spelling.LONGEST || !matcher.matches()) {
            return Result.silent();
        }
        String abbreviation = matcher.group(1);
        // A word with one capital, such as "Other" or "University", is no abbreviation.
        long capitals = abbreviation.chars().filter(Character::isUpperCase).count();
        return capitals >= 2 ? Result.value(abbreviation) : Result.silent();
    }
}
