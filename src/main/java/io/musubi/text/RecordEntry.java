package io.musubi.text;

import io.musubi.rdf.Vocabulary;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/**
 * What the index keeps of a record: which source says something of which entity, since when. Never found by readers;
 * an entity's entry asks for the records about it.
 *
 * @param topic the entity's IRI
 * @param source the source's id as in its catalogue's IRI; empty when the record names none
 * @param listed when it was listed; empty when unknown
 */
record RecordEntry(String iri, Optional<String> topic, String source, String listed) {
    private static final String ISSUED = "http://purl.org/dc/terms/issued";
    private static final String CATALOG = "/catalog/";

    static RecordEntry of(String iri, Statements said) {
        return new RecordEntry(
                iri,
                Statements.iris(said.of(iri, Vocabulary.FOAF_PRIMARY_TOPIC).stream())
                        .findFirst(),
                Statements.iris(said.of(iri, Vocabulary.DCT_IS_PART_OF).stream())
                        .filter(it -> it.contains(CATALOG))
                        .map(it -> it.substring(it.lastIndexOf('/') + 1))
                        .findFirst()
                        .orElse(""),
                said.of(iri, ISSUED).stream()
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm)
                        .findFirst()
                        .orElse(""));
    }

    static RecordEntry of(Document stored) {
        return new RecordEntry(
                stored.get(Names.IRI),
                Optional.ofNullable(stored.get(Names.TOPIC)),
                stored.get(Names.SOURCE),
                stored.get(Names.LISTED));
    }

    /** @param gives hash of the names in it */
    Document document(String gives) {
        Document document = new Document();
        document.add(new StringField(Names.ABOUT, Names.RECORD, Field.Store.NO));
        document.add(new StringField(Names.IRI, iri, Field.Store.YES));
        // A field has the same form in all entries.
        document.add(new SortedDocValuesField(Names.IRI, new BytesRef(iri)));
        topic.ifPresent(it -> document.add(new StringField(Names.TOPIC, it, Field.Store.YES)));
        document.add(new StoredField(Names.SOURCE, source));
        document.add(new StoredField(Names.LISTED, listed));
        document.add(new StoredField(Names.GIVES, gives));
        return document;
    }
}
