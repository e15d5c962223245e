package io.musubi.mapping;

import io.musubi.model.Claim;
import io.musubi.model.Description;
import io.musubi.model.Field;
import io.musubi.model.MappedRecord;
import io.musubi.model.ReadingPlan;
import io.musubi.model.Remark;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import io.musubi.model.Text;
import io.musubi.source.Payload;
import io.musubi.source.SourceReader;
import io.musubi.source.UnitSink;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * What a crosswalk makes of one file, in a form that can be written down: quads with record-local names, and lines for all
 * that was remarked, refused or not read. Mapping is done in both modes and from the payload again; they must agree.
 */
final class Examples implements UnitSink {
    private static final String BASE = "urn:musubi:";

    private final Crosswalks crosswalks;
    private final DatasetGraph quads = DatasetGraphFactory.create();
    private final List<String> lines = new ArrayList<>();
    private final List<String> disagreements = new ArrayList<>();
    private final Set<String> unread = new TreeSet<>();
    private final List<String> traced = new ArrayList<>();
    private Crosswalk crosswalk;
    private int record;

    private Examples(Crosswalks crosswalks) {
        this.crosswalks = crosswalks;
        this.crosswalk = crosswalks.all().getFirst();
        Vocabularies.BUILT_IN.forEach((prefix, namespace) -> quads.prefixes().add(prefix, namespace));
    }

    /** Maps {@code file} by the crosswalk that recognises it. */
    static Examples map(Path file, Crosswalks crosswalks) throws IOException {
        Examples examples = new Examples(crosswalks);
        List<ReadingPlan> plans = crosswalks.readingPlans();
        SourceReader.read(file, plans, examples);
        return examples;
    }

    /** The example's input. */
    static Path input(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("input."))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(folder + " has no input.*"));
        }
    }

    /** The quads as sorted lines of N-Quads. */
    Set<String> quads() {
        return lines(quads);
    }

    /** The quads of a TriG file as sorted lines of N-Quads. */
    static Set<String> quads(Path file) {
        return lines(RDFDataMgr.loadDatasetGraph(file.toUri().toString(), Lang.TRIG));
    }

    private static Set<String> lines(DatasetGraph dataset) {
        StringWriter out = new StringWriter();
        RDFDataMgr.write(out, dataset, RDFFormat.NQUADS_UTF8);
        return new TreeSet<>(out.toString().lines().toList());
    }

    /** The quads for people. */
    String trig() {
        StringWriter out = new StringWriter();
        RDFDataMgr.write(out, quads, RDFFormat.TRIG_PRETTY);
        return out.toString();
    }

    /** Each statement with its source path and the line of the crosswalk, in crosswalk order: what tracing gives. */
    String traced() {
        return traced.isEmpty() ? "" : String.join("\n", traced) + "\n";
    }

    /** Remarks, refusals and unread fields, one a line, in file order; unread fields last. */
    String findings() {
        List<String> all = new ArrayList<>(lines);
        unread.forEach(path -> all.add("unread | " + path));
        return all.isEmpty() ? "" : String.join("\n", all) + "\n";
    }

    /** Where two ways to the same record gave different results. */
    List<String> disagreements() {
        return disagreements;
    }

    @Override
    public void format(String format) {
        crosswalk = crosswalks.find(format).orElseThrow();
    }

    @Override
    public void unreadable(String where, Text reason) {
        lines.add("unreadable | " + where + " | " + reason.en());
    }

    @Override
    public void unknown(Text reason) {
        lines.add("unknown | " + reason.en());
    }

    @Override
    public void unit(Field unit, long line, int index) {
        String before = Payload.text(unit);
        List<Traced> traces = crosswalk.traces(unit);
        List<MappingResult> results = crosswalk.map(unit);
        if (!Payload.text(unit).equals(before)) {
            disagreements.add("unit " + index + " was changed by mapping it");
        }
        List<MappedRecord> slow = traces.stream().map(Traced::record).toList();
        List<MappedRecord> fast = new ArrayList<>();
        for (MappingResult result : results) {
            switch (result) {
                case MappingResult.Mapped(MappedRecord mapped, Field payload) -> {
                    fast.add(mapped);
                    add(mapped);
                    again(mapped, payload);
                }
                case MappingResult.NotThisFormat(String path, Text reason) ->
                    lines.add("not this format | line " + line + " | " + path + " | " + reason.en());
            }
        }
        if (!fast.equals(slow)) {
            disagreements.add("unit " + index + ": fast and tracing mode differ");
        }
        for (int i = 0; i < traces.size(); i++) {
            int number = record - traces.size() + i + 1;
            traces.get(i).statements().forEach(it -> traced.add(number + " " + line(it)));
            traces.get(i).leftOut().forEach(it -> traced.add(number + " left out | " + it.path()));
            traces.get(i).unread().forEach(it -> unread.add(it.path().replaceAll("\\[\\d+]", "")));
        }
    }

    private void again(MappedRecord mapped, Field payload) {
        Field parsed = Payload.parse(Payload.text(payload));
        List<MappingResult> results = crosswalk.map(parsed);
        boolean isSame = results.size() == 1
                && results.getFirst() instanceof MappingResult.Mapped(MappedRecord second, Field ignored)
                && second.equals(mapped);
        if (!isSame) {
            disagreements.add("record " + mapped.localId() + ": its payload maps to " + results);
        }
    }

    private void add(MappedRecord mapped) {
        record++;
        String graph = BASE + record;
        String self = graph + ":record";
        fact(graph, self, "localId", mapped.localId());
        mapped.datestamp().ifPresent(it -> fact(graph, self, "datestamp", it));
        mapped.access().ifPresent(it -> fact(graph, self, "access", it.name().toLowerCase(Locale.ROOT)));
        mapped.profiles().forEach(it -> fact(graph, self, "profile", it));
        if (mapped.isDeleted()) {
            fact(graph, self, "deleted", "true");
        }
        mapped.about().forEach(statement -> add(graph, self, statement));
        for (Description description : mapped.descriptions()) {
            String subject = graph + ":" + description.node();
            fact(graph, subject, "kind", description.kind().segment());
            for (Claim claim : description.claims()) {
                fact(
                        claim.isPrivate() ? graph + ":private" : graph,
                        subject,
                        "claim",
                        claim.scheme() + ":" + claim.value());
            }
            description.statements().forEach(statement -> add(graph, subject, statement));
        }
        mapped.remarks().forEach(remark -> lines.add(line(remark)));
    }

    private static String line(Traced.Line line) {
        Statement statement = line.statement();
        return line.node()
                + (statement.fragment().isEmpty() ? "" : "#" + statement.fragment())
                + " | " + shorten(statement.predicate())
                + " | " + shorten(object(statement.object()))
                + (statement.isPrivate() ? " (private)" : "")
                + " | " + line.path() + " | " + line.line();
    }

    private static String object(Term term) {
        return switch (term) {
            case Term.Iri(String value) -> value;
            case Term.Literal(String lexical, String datatype, String language) ->
                '"'
                        + lexical.replace("\n", "\\n")
                        + '"'
                        + (language.isEmpty() ? datatype.endsWith("#string") ? "" : "^^" + datatype : "@" + language);
            case Term.Part(String fragment) -> "#" + fragment;
            case Term.Thing(String node, String fragment) -> node + (fragment.isEmpty() ? "" : "#" + fragment);
            case Term.Link(String scheme, String value, String otherwise) ->
                "link " + scheme + ":" + value + " else " + otherwise;
        };
    }

    private static String shorten(String text) {
        String shorter = text;
        for (var prefix : Vocabularies.BUILT_IN.entrySet()) {
            shorter = shorter.replace(prefix.getValue(), prefix.getKey() + ":");
        }
        return shorter;
    }

    private static String line(Remark remark) {
        return String.join(
                " | ",
                remark.rule(),
                remark.severity().name() + (remark.isPrivate() ? " (private)" : ""),
                remark.node(),
                remark.field(),
                remark.value().replaceAll("\\s+", " "));
    }

    private void fact(String graph, String subject, String name, String value) {
        quads.add(new Quad(iri(graph), iri(subject), iri(BASE + name), NodeFactory.createLiteralString(value)));
    }

    private void add(String graph, String subject, Statement statement) {
        String full = statement.fragment().isEmpty() ? subject : subject + "#" + statement.fragment();
        quads.add(new Quad(
                iri(statement.isPrivate() ? graph + ":private" : graph),
                iri(full),
                iri(statement.predicate()),
                node(graph, subject, statement.object())));
    }

    private static Node node(String graph, String subject, Term term) {
        return switch (term) {
            case Term.Iri(String value) -> iri(value);
            case Term.Literal literal ->
                literal.language().isEmpty()
                        ? NodeFactory.createLiteralDT(literal.lexical(), NodeFactory.getType(literal.datatype()))
                        : NodeFactory.createLiteralLang(literal.lexical(), literal.language());
            case Term.Part(String fragment) -> iri(subject + "#" + fragment);
            case Term.Thing(String node, String fragment) ->
                iri(graph + ":" + node + (fragment.isEmpty() ? "" : "#" + fragment));
            case Term.Link link -> iri(link.otherwise());
        };
    }

    private static Node iri(String value) {
        return NodeFactory.createURI(value);
    }
}
