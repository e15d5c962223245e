package io.musubi.bench.invented;

/** Descriptions: sentences of about 45 characters in Japanese, about 110 in English. */
final class Prose {
    private Prose() {}

    static String ja(Draw draw, int sentences) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            out.append(draw.one(Word.PLACES).ja())
                    .append("で得られた")
                    .append(draw.one(Word.SUBJECTS).ja())
                    .append("について、")
                    .append(draw.one(Word.WAYS).ja())
                    .append("をまとめ、")
                    .append(draw.between(2, 900))
                    .append("地点の値を収めた。");
        }
        return out.toString();
    }

    static String en(Draw draw, int sentences) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            out.append("We studied ")
                    .append(draw.one(Word.SUBJECTS).en())
                    .append(" in ")
                    .append(draw.one(Word.PLACES).en())
                    .append(" at ")
                    .append(draw.between(2, 900))
                    .append(" sites and publish the ")
                    .append(draw.one(Word.WAYS).en())
                    .append(" with flags of quality. ");
        }
        return out.toString().strip();
    }
}
