package io.musubi.web.page;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What templates say in the reader's language: words, counts, days. */
final class Speech extends AbstractExtension {
    @Override
    public Map<String, Function> getFunctions() {
        return Map.of("w", new Word());
    }

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of("count", new Told(Days::count), "day", new Told(Days::day));
    }

    private static String language(EvaluationContext context) {
        return ((Frame) context.getVariable("frame")).language();
    }

    /** {@code w('key', 'first', 'second')}. */
    private static final class Word implements Function {
        private static final int MOST = 4;

        @Override
        public List<String> getArgumentNames() {
            return List.of("key", "0", "1", "2", "3");
        }

        @Override
        public Object execute(
                Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int lineNumber) {
            String area = (String) context.getVariable("area");
            String word = Words.of(area, String.valueOf(args.get("key"))).in(language(context));
            for (int i = 0; i < MOST; i++) {
                Object arg = args.get("" + i);
                word = arg == null ? word : word.replace("{" + i + "}", String.valueOf(arg));
            }
            return word;
        }
    }

    /** How a value is told in a language. */
    private interface Telling {
        String of(String value, String language);
    }

    private record Told(Telling telling) implements Filter {
        @Override
        public @Nullable List<String> getArgumentNames() {
            return null;
        }

        @Override
        public @Nullable Object apply(
                @Nullable Object input,
                Map<String, Object> args,
                PebbleTemplate self,
                EvaluationContext context,
                int lineNumber) {
            return input == null ? null : telling.of(input.toString(), language(context));
        }
    }
}
