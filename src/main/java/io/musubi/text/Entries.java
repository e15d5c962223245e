package io.musubi.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** The entries of an index that is being written, as they are now: what following needs to know of them. */
final class Entries implements AutoCloseable {
    private static final Set<String> FOLLOWED = Set.of(Names.IRI, Names.TOPIC, Names.SOURCE, Names.LISTED, Names.GIVES);

    private final DirectoryReader reader;
    private final StoredFields stored;

    Entries(IndexWriter writer) throws IOException {
        reader = DirectoryReader.open(writer);
        stored = reader.storedFields();
    }

    /** All that hold {@code value} in {@code field}. */
    List<Document> find(String field, String value) throws IOException {
        List<Document> found = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(new Term(field, value), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(postings.docID())) {
                    found.add(stored.document(leaf.docBase + postings.docID(), FOLLOWED));
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
