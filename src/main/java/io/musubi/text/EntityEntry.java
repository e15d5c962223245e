package io.musubi.text;

import io.musubi.journal.Snapshot;
import io.musubi.rdf.Vocabulary;
import io.musubi.rdf.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;

/** Makes the index's entry of an entity: all that is searched, counted and shown of it. */
final class EntityEntry {
    private static final String AGENT = "http://www.w3.org/ns/prov#agent";
    private static final String POSITION = "https://w3id.org/musubi/ontology#position";

    private static final List<String> LANGUAGES = List.of("ja", "en");

    /** Parts that are not something related but a sentence on how to cite or ask. */
    private static final Node RIGHTS = NodeFactory.createURI("http://purl.org/dc/terms/RightsStatement");

    /** Of each text so many characters are searched. */
    private static final int MOST_TEXT = 100_000;

    /** What is longer is no identifier that anybody types; Lucene has a limit of its own. */
    private static final int LONGEST_NUMBER = 500;

    /** So many names are shown with a result. */
    private static final int SHOWN_NAMES = 4;

    private final io.musubi.model.Document source;
    private final Statements said;
    private final Naming naming;
    private final Snapshot snapshot;
    private final Document entry = new Document();
    private final Set<String> takesFrom = new TreeSet<>();
    private final Set<String> languages = new TreeSet<>();

    private EntityEntry(io.musubi.model.Document source, Naming naming, Snapshot snapshot) {
        this.source = source;
        this.said = new Statements(source.triples());
        this.naming = naming;
        this.snapshot = snapshot;
    }

    /**
     * The entry of a document.
     *
     * @param naming what others lend it, as of {@code snapshot}
     * @param records about it
     */
    static Document of(io.musubi.model.Document document, Naming naming, Snapshot snapshot, List<RecordEntry> records) {
        EntityEntry making = new EntityEntry(document, naming, snapshot);
        making.thing();
        making.texts();
        making.numbers();
        making.facets(records);
        making.takesFrom.forEach(it -> making.exact(Names.TAKES_FROM, it));
        making.languages.forEach(it -> making.exact(Names.LANGUAGE, it));
        return making.entry;
    }

    private void thing() {
        exact(Names.ABOUT, Names.ENTITY);
        entry.add(new StringField(Names.IRI, source.iri(), Field.Store.YES));
        entry.add(new SortedDocValuesField(Names.IRI, new BytesRef(source.iri())));
        entry.add(new StoredField(Names.KIND, source.type()));
        entry.add(new StoredField(
                Names.GIVES, Naming.Given.of(said, source.identifiers()).hash()));
    }

    private void texts() {
        List<Node> titles = own(Fields.ALL.title());
        List<Node> descriptions = own(Fields.ALL.description());
        List<Node> keywords = own(Fields.ALL.keyword());
        search(Group.TITLE, titles);
        search(Group.DESCRIPTION, descriptions);
        search(Group.KEYWORD, keywords);
        own(Fields.ALL.reading()).forEach(it -> index(Names.READING, it.getLiteralLexicalForm()));
        show(Names.SHOWN_TITLE, titles);
        show(Names.SHOWN_TEXT, descriptions);
        shown(Names.SHOWN_KEYWORD, keywords.stream().map(Node::getLiteralLexicalForm));
        related();
        Stream.concat(titles.stream(), descriptions.stream())
                .map(Node::getLiteralLanguage)
                .filter(it -> !it.isEmpty())
                .forEach(languages::add);
    }

    private List<Node> own(List<String> predicates) {
        return Statements.texts(said.of(source.iri(), predicates).stream()).toList();
    }

    private void related() {
        List<List<Node>> makers = makers().stream().map(this::names).toList();
        for (String language : LANGUAGES) {
            makers.stream()
                    .limit(SHOWN_NAMES)
                    .flatMap(names -> Wording.best(names, language).stream())
                    .forEach(name ->
                            entry.add(new StoredField(Names.SHOWN_BY + "." + language, name.getLiteralLexicalForm())));
        }
        Set<Node> names = new LinkedHashSet<>();
        makers.forEach(names::addAll);
        links(Fields.ALL.project()).forEach(it -> names.addAll(names(it)));
        links(Fields.ALL.named()).forEach(it -> names.addAll(names(it)));
        for (String part : said.subjects()) {
            if (!part.equals(source.iri())
                    && !said.of(part, Vocabulary.RDF_TYPE).contains(RIGHTS)) {
                names.addAll(Statements.texts(said.of(part, Fields.ALL.title()).stream())
                        .toList());
            }
        }
        search(Group.RELATED, names);
        shown(Names.SHOWN_RELATED, names.stream().map(Node::getLiteralLexicalForm));
    }

    private Set<String> links(List<String> predicates) {
        return Statements.iris(said.ofAll(source.iri(), predicates).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** In the order of their attributions, where these have one. */
    private List<String> makers() {
        Map<String, Integer> positions = new HashMap<>();
        for (String part : said.subjects()) {
            said.of(part, POSITION).stream()
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .filter(it -> it.matches("[0-9]{1,6}"))
                    .forEach(position -> Statements.iris(said.of(part, AGENT).stream())
                            .forEach(agent -> positions.merge(agent, Integer.valueOf(position), Math::min)));
        }
        List<String> makers = new ArrayList<>(links(Fields.ALL.by()));
        makers.sort(Comparator.comparingInt(it -> positions.getOrDefault(it, Integer.MAX_VALUE)));
        return makers;
    }

    /** The names of another thing; from now on this entry depends on them. */
    private List<Node> names(String iri) {
        String document = Naming.documentOf(iri);
        if (document.equals(source.iri())) {
            return List.of();
        }
        takesFrom.add(document);
        return naming.of(snapshot, iri);
    }

    private void search(Group group, Iterable<Node> texts) {
        for (Node text : texts) {
            String lexical = text.getLiteralLexicalForm();
            index(group.words(), lexical);
            index(group.pairs(), lexical);
            index(Names.ROMAJI, lexical);
        }
    }

    private void index(String field, String text) {
        entry.add(new TextField(field, text.substring(0, Math.min(text.length(), MOST_TEXT)), Field.Store.NO));
    }

    /** For each language what its readers are shown; the other's where it has none of its own. */
    private void show(String field, List<Node> texts) {
        for (String language : LANGUAGES) {
            Wording.best(texts, language)
                    .ifPresent(it -> entry.add(new StoredField(field + "." + language, it.getLiteralLexicalForm())));
        }
    }

    private void shown(String field, Stream<String> texts) {
        texts.distinct().forEach(it -> entry.add(new StoredField(field, it)));
    }

    private void numbers() {
        Set<String> numbers = new TreeSet<>();
        source.identifiers().forEach(it -> {
            numbers.add(Writing.plain(it));
            numbers.add(Writing.plain(it.substring(it.indexOf(':') + 1)));
        });
        said.ofAll(source.iri(), Fields.ALL.number())
                .forEach(it -> numbers.add(Writing.plain(it.isURI() ? it.getURI() : it.getLiteralLexicalForm())));
        numbers.forEach(it -> exact(Names.NUMBER, it));
        links(Fields.ALL.project()).stream()
                .flatMap(it -> naming.given(snapshot, it).identifiers().stream())
                .flatMap(it -> Stream.of(it, it.substring(it.indexOf(':') + 1)))
                .map(Writing::plain)
                .distinct()
                .forEach(it -> exact(Names.PROJECT_NUMBER, it));
    }

    private void exact(String field, String value) {
        if (!value.isEmpty() && value.length() <= LONGEST_NUMBER) {
            entry.add(new StringField(field, value, Field.Store.NO));
        }
    }

    private void facets(List<RecordEntry> records) {
        facet(Facet.KIND, Stream.of(source.type()));
        Facets.access(source.iri(), said).ifPresent(it -> {
            entry.add(new StoredField(Names.ACCESS, it));
            facet(Facet.ACCESS, Stream.of(it));
        });
        facet(Facet.FUNDER, Facets.funders(source.iri(), said));
        facet(Facet.FIELD, Facets.fields(source.iri(), said));
        Facets.date(source.type(), source.iri(), said, records).ifPresent(it -> {
            entry.add(new StoredField(Names.DATE, it));
            facet(Facet.YEAR, FiscalYear.of(it).stream());
        });
        facet(Facet.SOURCE, Facets.sources(records));
    }

    private void facet(Facet facet, Stream<String> values) {
        values.filter(it -> !it.isEmpty())
                .distinct()
                .forEach(it -> entry.add(new SortedSetDocValuesFacetField(facet.parameter(), it)));
    }
}
