package io.musubi.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/**
 * Makes Lucene's query of a reader's words. All words must be found, each in any field and by any analysis; the best of
 * these counts, and a little of the others. No part of it grows with the index: no wildcards but the beginning of a
 * number, no fuzziness.
 */
final class Asking {
    /** Words of one term may stand this far apart: 海面水温データ finds 海面水温の観測データ, behind the exact phrase. */
    private static final int NEAR = 3;

    /** A longer term must stand as it is: looking for it in pieces takes long where a piece comes again and again. */
    private static final int LONGEST_NEAR = 30;

    private static final float OTHERS = 0.1f;

    /** Pairs find every part of a word, also one that only spans two words: they count less than whole words. */
    private static final float PAIRS = 0.15f;

    /** A dictionary word may begin with the word asked for, 京都大学 with 京都: more than any part, less than a word. */
    private static final float BEGINNING_OF_WORD = 0.3f;

    private static final float SOUND = 0.8f;
    private static final float WHOLE_PHRASE = 2;
    private static final float IDENTIFIER = 1_000;
    private static final float NUMBER = 60;
    private static final float PROJECT_NUMBER = 20;
    private static final float BEGINNING = 5;

    /** A shorter beginning of a number would match too much to be of use. */
    private static final int SHORTEST_BEGINNING = 4;

    private static final int SHORTEST_SOUND = 2;

    private final QueryBuilder builder = new QueryBuilder(Analysis.ofQuestions());
    private final Spellings spellings;
    private final List<Group> groups;

    Asking(Spellings spellings, Optional<Group> group) {
        // The same text is asked for as the thing itself, as a word and as a project's number.
        Map<String, List<String>> known = new HashMap<>();
        this.spellings = written -> known.computeIfAbsent(written, spellings::of);
        this.groups = group.map(List::of).orElseGet(() -> Arrays.asList(Group.values()));
    }

    /** Every entity, whatever it says. */
    static Query everything() {
        return new ConstantScoreQuery(new TermQuery(new Term(Names.ABOUT, Names.ENTITY)));
    }

    Query of(Terms terms) {
        if (terms.all().isEmpty()) {
            return everything();
        }
        BooleanQuery.Builder either = new BooleanQuery.Builder().add(words(terms), Occur.SHOULD);
        if (isAnywhere()) {
            identified(terms.whole()).ifPresent(query -> either.add(new BoostQuery(query, IDENTIFIER), Occur.SHOULD));
        }
        return new BooleanQuery.Builder()
                .add(either.build(), Occur.MUST)
                .add(everything(), Occur.FILTER)
                .build();
    }

    /** The things of which {@code written} is an identifier in any spelling. */
    Optional<Query> identified(String written) {
        String plain = Writing.plain(written);
        List<BytesRef> values = new ArrayList<>();
        spellings.of(written).forEach(it -> values.add(new BytesRef(Writing.plain(it))));
        if (plain.indexOf(':') > 0) {
            values.add(new BytesRef(plain));
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConstantScoreQuery(new TermInSetQuery(Names.NUMBER, values)));
    }

    private boolean isAnywhere() {
        return groups.size() > 1;
    }

    private Query words(Terms terms) {
        List<Query> all = new ArrayList<>();
        for (Terms.Term term : terms.all()) {
            // A word such as "of" says nothing beside others.
            if (terms.all().size() == 1 || !isEmpty(term)) {
                all.add(term(term));
            }
        }
        if (all.isEmpty()) {
            terms.all().forEach(term -> all.add(term(term)));
        }
        BooleanQuery.Builder every = new BooleanQuery.Builder();
        all.forEach(query -> every.add(query, Occur.MUST));
        if (all.size() > 1) {
            phrase(terms).ifPresent(query -> every.add(query, Occur.SHOULD));
        }
        return every.build();
    }

    private static boolean isEmpty(Terms.Term term) {
        return !Writing.isJapanese(term.text()) && Analysis.words(term.text()).isEmpty();
    }

    /** All words as one phrase, in the order in which they were typed. */
    private Optional<Query> phrase(Terms terms) {
        List<Query> phrases = new ArrayList<>();
        String text = terms.whole().replace('"', ' ');
        for (Group group : groups) {
            add(phrases, builder.createPhraseQuery(group.words(), text), group.weight() * WHOLE_PHRASE);
        }
        return phrases.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(phrases, OTHERS));
    }

    private Query term(Terms.Term term) {
        List<Query> ways = new ArrayList<>();
        for (Group group : groups) {
            int apart = term.isPhrase() || term.text().length() > LONGEST_NEAR ? 0 : NEAR;
            add(ways, builder.createPhraseQuery(group.words(), term.text(), apart), group.weight());
            add(ways, builder.createPhraseQuery(group.pairs(), term.text()), group.weight() * PAIRS);
        }
        if (!term.isPhrase()) {
            beginning(term.text(), ways);
        }
        if (isAnywhere()) {
            sound(term.text(), ways);
            number(term.text(), ways);
        }
        return ways.isEmpty() ? new MatchNoDocsQuery("nothing to look for") : new DisjunctionMaxQuery(ways, OTHERS);
    }

    private void beginning(String text, List<Query> ways) {
        List<Analysis.Token> words = Analysis.words(text);
        if (words.size() == 1
                && Writing.isJapanese(text)
                && words.getFirst().term().length() > 1) {
            for (Group group : groups) {
                Query begins =
                        new PrefixQuery(new Term(group.words(), words.getFirst().term()));
                add(ways, new ConstantScoreQuery(begins), group.weight() * BEGINNING_OF_WORD);
            }
        }
    }

    private static void add(List<Query> ways, Query query, float weight) {
        // QueryBuilder gives null where nothing is left of the text.
        if (query != null) {
            ways.add(new BoostQuery(query, weight));
        }
    }

    private static void sound(String text, List<Query> ways) {
        if (Writing.isSound(text)) {
            String romaji = Writing.romaji(text);
            if (romaji.length() >= SHORTEST_SOUND) {
                add(ways, new TermQuery(new Term(Names.ROMAJI, romaji)), SOUND);
                add(ways, new TermQuery(new Term(Names.READING, romaji)), SOUND * 2);
            }
        }
    }

    private void number(String text, List<Query> ways) {
        String plain = Writing.plain(text);
        identified(text).ifPresent(query -> ways.add(new BoostQuery(query, NUMBER)));
        add(ways, new ConstantScoreQuery(new TermQuery(new Term(Names.NUMBER, plain))), NUMBER);
        List<BytesRef> projects = new ArrayList<>(List.of(new BytesRef(plain)));
        spellings.of(text).forEach(it -> projects.add(new BytesRef(Writing.plain(it))));
        add(ways, new ConstantScoreQuery(new TermInSetQuery(Names.PROJECT_NUMBER, projects)), PROJECT_NUMBER);
        if (plain.length() >= SHORTEST_BEGINNING && plain.matches("[\\x21-\\x7e]*[0-9][\\x21-\\x7e]*")) {
            add(ways, new ConstantScoreQuery(new PrefixQuery(new Term(Names.NUMBER, plain))), BEGINNING);
        }
    }
}
