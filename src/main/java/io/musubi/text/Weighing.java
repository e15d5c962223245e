package io.musubi.text;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/**
 * BM25 without what depends on other documents. How rare a word is does not matter where all words must be found, and
 * would let a rare match in a long text go before a title; and an index that has seen more changes would order the same
 * state otherwise, because Lucene counts what is deleted until it is merged away.
 */
final class Weighing extends PerFieldSimilarityWrapper {
    private static final Similarity SHORT = new Plain(12);

    private final Map<String, Similarity> byField = new HashMap<>();

    Weighing() {
        for (Group group : Group.values()) {
            byField.put(group.words(), new Plain(group.usualLength()));
            byField.put(group.pairs(), new Plain(2 * group.usualLength()));
        }
    }

    @Override
    public Similarity get(String field) {
        return byField.getOrDefault(field, SHORT);
    }

    private static final class Plain extends BM25Similarity {
        private final float usualLength;

        Plain(float usualLength) {
            this.usualLength = usualLength;
        }

        @Override
        protected float avgFieldLength(CollectionStatistics statistics) {
            return usualLength;
        }

        @Override
        public Explanation idfExplain(CollectionStatistics statistics, TermStatistics term) {
            return Explanation.match(1f, "every word counts alike");
        }

        @Override
        public Explanation idfExplain(CollectionStatistics statistics, TermStatistics[] terms) {
            return Explanation.match(1f, "every phrase counts alike");
        }
    }
}
