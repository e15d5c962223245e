package io.musubi.mapping;

import io.musubi.mapping.normalise.Normaliser;
import io.musubi.mapping.normalise.Result;
import io.musubi.model.Text;

/** A normaliser that remembers its latest answers. */
final class Remembering implements Normaliser {
    private final Normaliser normaliser;
    private final Remembered<Result> answers;

    Remembering(Normaliser normaliser) {
        this.normaliser = normaliser;
        this.answers = new Remembered<>(normaliser::apply);
    }

    @Override
    public String name() {
        return normaliser.name();
    }

    @Override
    public Text about() {
        return normaliser.about();
    }

    @Override
    public Result apply(String raw) {
        return answers.of(raw);
    }
}
