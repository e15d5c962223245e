package io.musubi.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds in a shown text what was looked for, by the analyses that found it, and cuts a piece around it. */
final class Highlight {
    /** Of longer texts only the beginning is looked at. */
    private static final int MOST = 3_000;

    private static final int BEFORE = 30;

    private final Set<String> words = new HashSet<>();
    private final List<List<String>> pairs = new ArrayList<>();
    private final Set<String> sounds = new HashSet<>();

    Highlight(Terms terms) {
        for (Terms.Term term : terms.all()) {
            Analysis.words(term.text()).forEach(it -> words.add(it.term()));
            List<String> run = Analysis.pairs(term.text()).stream()
                    .map(Analysis.Token::term)
                    .toList();
            if (!run.isEmpty()) {
                pairs.add(run);
            }
            if (Writing.isSound(term.text())) {
                sounds.add(Writing.romaji(term.text()));
            }
        }
    }

    /** The text in pieces; a long one cut to about {@code length} characters around the first hit. */
    List<Answer.Piece> mark(String text, int length) {
        String seen = text.substring(0, Math.min(text.length(), MOST));
        BitSet hits = hits(seen);
        int first = Math.max(0, hits.nextSetBit(0));
        int from = seen.length() <= length || first < length - BEFORE ? 0 : boundary(seen, first - BEFORE);
        int to = boundary(seen, Math.min(seen.length(), from + length));
        List<Answer.Piece> pieces = new ArrayList<>();
        if (from > 0) {
            pieces.add(new Answer.Piece("…", false));
        }
        for (int at = from; at < to; ) {
            boolean isHit = hits.get(at);
            int end = Math.min(to, isHit ? hits.nextClearBit(at) : next(hits, at, to));
            pieces.add(new Answer.Piece(seen.substring(at, end), isHit));
            at = end;
        }
        if (to < text.length()) {
            pieces.add(new Answer.Piece("…", false));
        }
        return pieces;
    }

    private static int next(BitSet hits, int from, int otherwise) {
        int next = hits.nextSetBit(from);
        return next < 0 ? otherwise : next;
    }

    /** Not between the halves of a character. */
    private static int boundary(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /** The cheapest analysis first: most texts have the words as they were typed. */
    private BitSet hits(String text) {
        BitSet hits = new BitSet(text.length());
        if (words.isEmpty() && pairs.isEmpty()) {
            return hits;
        }
        List<Analysis.Token> shown = Analysis.pairs(text);
        long found = pairs.stream().filter(run -> runs(run, shown, hits)).count();
        if (found < pairs.size()) {
            mark(Analysis.words(text), words, hits);
        }
        if (hits.isEmpty() && !sounds.isEmpty()) {
            mark(Analysis.romaji(text), sounds, hits);
        }
        return hits;
    }

    private static void mark(List<Analysis.Token> shown, Set<String> wanted, BitSet hits) {
        shown.stream().filter(it -> wanted.contains(it.term())).forEach(it -> hits.set(it.from(), it.to()));
    }

    private static boolean runs(List<String> run, List<Analysis.Token> shown, BitSet hits) {
        boolean found = false;
        for (int i = 0; i + run.size() <= shown.size(); i++) {
            int at = i;
            int matched = 0;
            while (matched < run.size() && shown.get(at).term().equals(run.get(matched))) {
                at++;
                matched++;
            }
            if (matched == run.size()) {
                hits.set(shown.get(i).from(), shown.get(at - 1).to());
                found = true;
            }
        }
        return found;
    }
}
