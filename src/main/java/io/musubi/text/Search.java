package io.musubi.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/** Answers questions from an index. */
final class Search {
    /** Best first; of equals in the order of IRIs, so that pages neither overlap nor leave gaps. */
    private static final Sort ORDER = new Sort(SortField.FIELD_SCORE, new SortField(Names.IRI, SortField.Type.STRING));

    /** So many values of a facet are told. */
    private static final int MOST_VALUES = 100;

    private static final int MOST_EXACT = 20;
    private static final int MOST_HITS = 100;

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Index index;
    private final Spellings spellings;

    Search(Index index, Spellings spellings) {
        this.index = index;
        this.spellings = spellings;
    }

    /**
     * Answers; within {@link #LONGEST} where no value is chosen.
     *
     * @throws SearchTimeException when that is not enough
     */
    Answer answer(Question question) {
        long end = System.nanoTime() + LONGEST.toNanos();
        Terms terms = Terms.of(question.text());
        Asking asking = new Asking(spellings, Optional.empty());
        try (Reading reading = index.read()) {
            DrillDownQuery query = narrowed(asking.of(terms), question.chosen());
            int size = Math.clamp(question.size(), 1, MOST_HITS);
            // One more than a page tells whether there is another.
            TopFieldCollectorManager page =
                    new TopFieldCollectorManager(ORDER, size + 1, Place.read(question.after()), Integer.MAX_VALUE);
            // Lucene's way to count sideways of what is chosen cannot be done in steps, between which to look at the
            // time.
            IndexSearcher searcher = question.chosen().isEmpty()
                    ? reading.searcher(() -> System.nanoTime() - end > 0)
                    : reading.searcher();
            Found found = find(searcher, reading, query, page);
            Set<String> exact = exact(searcher, asking, terms);
            refuseIfCut(searcher);
            Highlight highlight = new Highlight(terms);
            List<Answer.Hit> hits = new ArrayList<>();
            StoredFields stored = searcher.storedFields();
            List<ScoreDoc> docs = Stream.of(found.docs().scoreDocs).limit(size).toList();
            for (ScoreDoc doc : docs) {
                hits.add(Shown.hit(stored.document(doc.doc), question.language(), exact, highlight));
            }
            boolean isLast = found.docs().scoreDocs.length <= size;
            return new Answer(
                    reading.marks().state(),
                    found.docs().totalHits.value(),
                    hits,
                    found.facets(),
                    isLast ? Optional.empty() : Optional.of(Place.write((FieldDoc) docs.getLast())),
                    terms.isCut());
        } catch (IOException e) {
            throw new UncheckedIOException("The text index cannot be read", e);
        }
    }

    private record Found(TopDocs docs, Map<Facet, List<Answer.Count>> facets) {}

    private static DrillDownQuery narrowed(Query query, Map<Facet, List<String>> chosen) {
        DrillDownQuery narrowed = new DrillDownQuery(Facets.CONFIG, query);
        chosen.forEach((facet, values) -> values.stream()
                .filter(it -> !it.isEmpty())
                .limit(MOST_VALUES)
                .forEach(value -> narrowed.add(facet.parameter(), value)));
        return narrowed;
    }

    private static void refuseIfCut(IndexSearcher searcher) {
        if (searcher.timedOut()) {
            throw new SearchTimeException();
        }
    }

    private static Found find(
            IndexSearcher searcher, Reading reading, DrillDownQuery query, TopFieldCollectorManager page)
            throws IOException {
        if (reading.facets() == null) {
            return new Found(searcher.search(query, page), Map.of());
        }
        var sideways = new DrillSideways(searcher, Facets.CONFIG, reading.facets()).search(query, page);
        Map<Facet, List<Answer.Count>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            FacetResult result = sideways.facets.getTopChildren(MOST_VALUES, facet.parameter());
            facets.put(facet, result == null ? List.of() : counts(result));
        }
        return new Found(sideways.collectorResult, facets);
    }

    private static List<Answer.Count> counts(FacetResult result) {
        List<Answer.Count> counts = new ArrayList<>();
        for (LabelAndValue value : result.labelValues) {
            counts.add(new Answer.Count(value.label, value.value.longValue()));
        }
        return counts;
    }

    /** The things that the whole text identifies. */
    private static Set<String> exact(IndexSearcher searcher, Asking asking, Terms terms) throws IOException {
        Optional<Query> query = terms.all().isEmpty() ? Optional.empty() : asking.identified(terms.whole());
        Set<String> exact = new HashSet<>();
        if (query.isPresent()) {
            StoredFields stored = searcher.storedFields();
            for (ScoreDoc doc : searcher.search(query.get(), MOST_EXACT).scoreDocs) {
                exact.add(stored.document(doc.doc, Set.of(Names.IRI)).get(Names.IRI));
            }
        }
        return exact;
    }

    /**
     * The best matches.
     *
     * @param enough whether nobody waits for them any more
     * @throws SearchTimeException when that came true
     */
    List<Match> matches(Matching matching, BooleanSupplier enough) {
        Query query = new Asking(spellings, matching.group()).of(Terms.of(matching.text()));
        Query narrowed = matching.language()
                .<Query>map(language -> new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(new TermQuery(new Term(Names.LANGUAGE, language)), Occur.FILTER)
                        .build())
                .orElse(query);
        try (Reading reading = index.read()) {
            IndexSearcher searcher = reading.searcher(enough);
            StoredFields stored = searcher.storedFields();
            List<Match> matches = new ArrayList<>();
            ScoreDoc[] found = searcher.search(narrowed, matching.limit(), ORDER, true).scoreDocs;
            refuseIfCut(searcher);
            for (ScoreDoc doc : found) {
                Document document = stored.document(doc.doc, Set.of(Names.IRI));
                matches.add(new Match(document.get(Names.IRI), doc.score));
            }
            return matches;
        } catch (IOException e) {
            throw new UncheckedIOException("The text index cannot be read", e);
        }
    }

    /** A place between two pages: the last hit's score and IRI. */
    private static final class Place {
        private Place() {}

        static String write(FieldDoc last) {
            float score = (Float) last.fields[0];
            String iri = ((org.apache.lucene.util.BytesRef) last.fields[1]).utf8ToString();
            return Integer.toHexString(Float.floatToIntBits(score)) + "~" + iri;
        }

        static @Nullable FieldDoc read(Optional<String> written) {
            int tilde = written.orElse("").indexOf('~');
            if (tilde < 1) {
                return null;
            }
            try {
                float score = Float.intBitsToFloat(
                        Integer.parseUnsignedInt(written.get().substring(0, tilde), 16));
                Object iri = new org.apache.lucene.util.BytesRef(written.get().substring(tilde + 1));
                return Float.isFinite(score) ? new FieldDoc(Integer.MAX_VALUE, score, new Object[] {score, iri}) : null;
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }
}
