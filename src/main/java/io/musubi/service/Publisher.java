package io.musubi.service;

import io.musubi.identity.Precedence;
import io.musubi.identity.Projection;
import io.musubi.identity.Projection.Voice;
import io.musubi.identity.PublicRecord;
import io.musubi.identity.PublicRecord.Portrait;
import io.musubi.ledger.Entities;
import io.musubi.ledger.Entities.Entity;
import io.musubi.ledger.Entities.Support;
import io.musubi.ledger.Findings.Part;
import io.musubi.ledger.Findings.Subject;
import io.musubi.ledger.Ledger;
import io.musubi.ledger.StoredRecord;
import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import io.musubi.model.Finding;
import io.musubi.model.IdentifierSchemes;
import io.musubi.model.Key;
import io.musubi.model.Recent;
import io.musubi.model.Severity;
import io.musubi.model.SourceSettings;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import io.musubi.model.Text;
import io.musubi.rdf.NTriples;
import io.musubi.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes the public documents of entities, records and catalogues into the outbox of the journal. */
final class Publisher {
    private static final Comparator<Support> GOES_FIRST = Comparator.comparingInt(Support::rank)
            .thenComparing(Comparator.comparing(Support::datestamp).reversed())
            .thenComparing(Support::hash);

    private static final int REMEMBERED = 5_000;

    private final Ledger ledger;
    private final Entities entities;
    private final IdentifierSchemes schemes;
    private final String base;
    private final Projection projection;
    private final PublicFindings findings;
    private final Map<Long, PublicRecord> said = new Recent<>(REMEMBERED);
    private final Map<Key, Optional<String>> published = new Recent<>(REMEMBERED);

    Publisher(Ledger ledger, IdentifierSchemes schemes, Precedence precedence, String base) {
        this.ledger = ledger;
        this.entities = ledger.entities();
        this.schemes = schemes;
        this.base = base;
        this.projection = new Projection(base, precedence, schemes, this::publishedPath);
        this.findings = new PublicFindings(ledger, projection);
    }

    /** Records, and which entities are public, are what they will be; until the next time what is known of them holds. */
    void begin() {
        said.clear();
        published.clear();
    }

    private Optional<String> publishedPath(Key key) {
        return published.computeIfAbsent(
                key,
                it -> entities.find(it)
                        .flatMap(entities::entityOf)
                        .filter(Entity::isPublished)
                        .map(Entity::path));
    }

    /** Publishes or withdraws an entity's document. */
    void publishEntity(long commit, Entity entity, boolean forget) {
        String iri = base + entity.path();
        Optional<Document> document = entity.isPublished() ? Optional.of(document(entity, iri)) : Optional.empty();
        ledger.publish(commit, new DocumentChange(iri, document, forget));
    }

    private Document document(Entity entity, String iri) {
        List<Voice> voices = entities.voicesOf(entity.id()).stream()
                .sorted(GOES_FIRST)
                .map(this::voice)
                .toList();
        SortedSet<String> lines = new TreeSet<>(projection.entity(iri, voices));
        List<String> identifiers = new ArrayList<>();
        List<String> aliases = new ArrayList<>();
        for (long member : entities.membersOf(entity.id())) {
            Key key = entities.key(member);
            if (!key.scheme().equals(Key.RECORD)) {
                identifiers.add(key.scheme() + ":" + key.value());
            }
            String alias = base + key.path();
            if (!alias.equals(iri)) {
                aliases.add(alias);
                if (entities.namedBy(member).isPresent()) {
                    lines.add(NTriples.line(iri, Vocabulary.OWL_SAME_AS, new Term.Iri(alias)));
                }
            }
        }
        identifiers.sort(null);
        aliases.sort(null);
        return new Document(iri, entity.kind().segment(), text(lines), "", identifiers, aliases);
    }

    private Voice voice(Support support) {
        PublicRecord record = said.computeIfAbsent(
                support.record(), id -> read(ledger.records().get(id)));
        return new Voice(record, record.portrait(support.node()).orElseThrow());
    }

    private PublicRecord publicRecord(StoredRecord record) {
        return said.computeIfAbsent(record.id(), id -> read(record));
    }

    private PublicRecord read(StoredRecord record) {
        return new PublicRecord(
                record.source(),
                record.key(),
                ledger.records().mapped(record.version().orElseThrow()),
                schemes);
    }

    /** Publishes or withdraws a record's document. Records of an authority have none: there would be too many. */
    void publishRecord(long commit, StoredRecord record, boolean forget) {
        String iri = base + "record/" + Key.inSource(record.source(), record.key());
        boolean isPublic = record.isOpen()
                && record.status() == StoredRecord.Status.LIVE
                && record.version().isPresent()
                && isRecordPublic(record);
        Optional<Document> document = isPublic ? Optional.of(document(record, iri)) : Optional.empty();
        ledger.publish(commit, new DocumentChange(iri, document, forget));
    }

    private boolean isRecordPublic(StoredRecord record) {
        return !ledger.records().source(record.source()).orElseThrow().isAuthority()
                || publicRecord(record).portraits().stream()
                        .filter(Portrait::isEntity)
                        .findFirst()
                        .flatMap(main -> publishedPath(main.anchor()))
                        .isPresent();
    }

    private Document document(StoredRecord record, String iri) {
        PublicRecord said = publicRecord(record);
        SortedSet<String> lines = new TreeSet<>();
        lines.add(NTriples.line(iri, Vocabulary.RDF_TYPE, new Term.Iri(Vocabulary.DCAT_CATALOG_RECORD)));
        lines.add(NTriples.line(
                iri, Vocabulary.DCT_IS_PART_OF, new Term.Iri(base + "catalog/" + Key.encode(record.source()))));
        lines.add(NTriples.line(iri, Vocabulary.MSB_FORMAT, Term.Literal.string(said.format())));
        said.localId().ifPresent(it -> lines.add(NTriples.line(iri, Vocabulary.MSB_LOCAL_ID, Term.Literal.string(it))));
        said.datestamp().ifPresent(it -> lines.add(NTriples.line(iri, Vocabulary.MSB_DATESTAMP, date(it))));
        for (Statement statement : said.about()) {
            if (statement.fragment().isEmpty() && !(statement.object() instanceof Term.Part)) {
                lines.add(NTriples.line(iri, statement.predicate(), projection.resolve(said, iri, statement.object())));
            }
        }
        List<Portrait> portraits = said.portraits();
        lines.add(NTriples.line(
                iri,
                Vocabulary.FOAF_PRIMARY_TOPIC,
                new Term.Iri(projection.iri(portraits.getFirst().anchor()))));
        for (Portrait portrait : portraits) {
            if (!portrait.isEntity()) {
                lines.add(names(iri, said, portrait.node()));
                lines.addAll(projection.named(said, portrait));
            }
        }
        said.owned().keySet().forEach(node -> lines.add(names(iri, said, node)));
        lines.addAll(findings.lines(iri, record, said));
        return new Document(iri, "record", text(lines), text(projection.said(said)), List.of(), List.of());
    }

    private String names(String iri, PublicRecord said, String node) {
        return NTriples.line(iri, Vocabulary.MSB_NAMES, new Term.Iri(projection.iri(said, node)));
    }

    private static Term date(String datestamp) {
        String type = datestamp.indexOf('T') > 0 ? "dateTime" : "date";
        return new Term.Literal(datestamp, "http://www.w3.org/2001/XMLSchema#" + type, "");
    }

    /** Publishes the catalogue of a source. */
    void publishCatalog(long commit, SourceSettings source) {
        String iri = base + "catalog/" + Key.encode(source.id());
        SortedSet<String> lines = new TreeSet<>();
        lines.add(NTriples.line(iri, Vocabulary.RDF_TYPE, new Term.Iri(Vocabulary.DCAT_CATALOG)));
        texts(lines, iri, Vocabulary.DCT_TITLE, source.title());
        source.licence().ifPresent(it -> lines.add(NTriples.line(iri, Vocabulary.DCT_LICENSE, new Term.Iri(it))));
        String publisher = iri + "#publisher";
        if (!source.publisher().en().isEmpty() || !source.publisher().ja().isEmpty()) {
            lines.add(NTriples.line(iri, Vocabulary.DCT_PUBLISHER, new Term.Iri(publisher)));
            lines.add(NTriples.line(publisher, Vocabulary.RDF_TYPE, new Term.Iri(Vocabulary.FOAF_ORGANIZATION)));
            texts(lines, publisher, Vocabulary.FOAF_NAME, source.publisher());
            source.publisherRor()
                    .ifPresent(it -> lines.add(
                            NTriples.line(publisher, Vocabulary.OWL_SAME_AS, new Term.Iri("https://ror.org/" + it))));
        }
        ledger.publish(
                commit,
                new DocumentChange(
                        iri, Optional.of(new Document(iri, "catalog", text(lines), "", List.of(), List.of())), false));
    }

    private static void texts(SortedSet<String> lines, String subject, String predicate, Text text) {
        if (!text.ja().isEmpty()) {
            lines.add(NTriples.line(subject, predicate, Term.Literal.text(text.ja(), "ja")));
        }
        if (!text.en().isEmpty()) {
            lines.add(NTriples.line(subject, predicate, Term.Literal.text(text.en(), "en")));
        }
    }

    private static String text(SortedSet<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** Opens and closes the findings of records whose ties were judged anew; gives those for which it changed anything. */
    Set<Long> renewConflicts(long commit, Set<Long> concerned) {
        Set<Long> changed = new TreeSet<>();
        for (long id : concerned) {
            StoredRecord record = ledger.records().get(id);
            String origin = record.version().map(it -> it.origin()).orElse("");
            Subject subject = new Subject(record.source(), Optional.of(id), record.localId(), origin);
            if (ledger.findings().renew(commit, subject, Part.IDENTITY, conflicts(id))) {
                changed.add(id);
            }
        }
        return changed;
    }

    private List<Finding> conflicts(long record) {
        Map<String, Finding> findings = new TreeMap<>();
        for (Support support : entities.supportsOf(record)) {
            List<Long> carried = entities.identifiersOf(support.description());
            carried.stream()
                    .filter(it -> carried.size() > 1)
                    .flatMap(it -> entities.conflictOf(it).stream())
                    .findFirst()
                    .ifPresent(why -> findings.put(support.node(), conflict(support.node(), why)));
        }
        return List.copyOf(findings.values());
    }

    private static Finding conflict(String node, String why) {
        return new Finding(
                "identity.conflict",
                Severity.WARNING,
                node,
                "",
                Optional.of(why),
                new Text(
                        "識別子のつながりが矛盾しているため、このものを他のレコードのものと結び付けていません。",
                        "The identifiers contradict each other, so this thing was not tied to those of other records."),
                new Text("一つのものに一つの値", "One value of such an identifier for one thing"),
                new Text(
                        "識別子を確認し、誤っている方を提供元で直してください。別のものであれば identity cannot-link で宣言してください。",
                        "Look which identifier is wrong and correct it at its source; if they are different things,"
                                + " declare it with 'identity cannot-link'."),
                false);
    }
}
