package io.musubi.mapping;

import io.musubi.mapping.normalise.Normaliser;
import io.musubi.mapping.normalise.Result;
import io.musubi.model.Text;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A normaliser that remembers its first few thousand answers: sources repeat their languages, licences and types in every
 * record. Once full it remembers no more, so that values which are all different cost no more than a look.
 */
final class Remembering implements Normaliser {
    private static final int ANSWERS = 2048;
    private static final int LONGEST = 80;

    private final Normaliser normaliser;
    private final Map<String, Result> answers = new ConcurrentHashMap<>();

    Remembering(Normaliser normaliser) {
        this.normaliser = normaliser;
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
        Result known = answers.get(raw);
        if (known != null) {
            return known;
        }
        Result answer = normaliser.apply(raw);
        if (raw.length() <= LONGEST && answers.size() < ANSWERS) {
            answers.put(raw, answer);
        }
        return answer;
    }
}
