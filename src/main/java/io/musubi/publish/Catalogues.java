package io.musubi.publish;

import io.musubi.journal.Journal;
import io.musubi.journal.Listings;
import io.musubi.journal.Snapshot;
import io.musubi.model.State;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;

/**
 * The catalogues in DCAT-AP 3.0.1, from the journal alone: one of all sources ({@code {base}catalog}) and one of each
 * ({@code {base}catalog/{source}}). Safe for many threads.
 */
public final class Catalogues {
    /** The most datasets on a page. */
    public static final int ENTRIES = 100;

    /** When the datasets of a page are so long in N-Triples, in characters, the page ends. */
    public static final int BYTES = 4 << 20;

    /** The most datasets that one page of a report looks at. */
    public static final int REPORTED = 1_000;

    private static final String PATH = "catalog";

    private final String base;
    private final Journal journal;
    private final DcatAp profile;
    private final ExportShapes shapes;
    private State counted = Journal.EMPTY;
    private final Map<String, Long> counts = new HashMap<>();

    /**
     * Reads mapping, code lists and shapes.
     *
     * @param home the folder with {@code mappings/}, {@code ontology/} and {@code shapes/}
     * @param base the base IRI
     * @throws IllegalArgumentException when a file is wrong; the message names it
     */
    public Catalogues(Path home, String base, Journal journal) {
        this.base = base;
        this.journal = journal;
        this.profile = new DcatAp(home, base);
        this.shapes = new ExportShapes(home.resolve("shapes/dcat-ap"));
    }

    /** The IRI of the catalogue of all. */
    public String all() {
        return base + PATH;
    }

    /**
     * A page.
     *
     * @param graph the catalogue, its datasets of this page and all they point to, in DCAT-AP
     * @param state the state it shows
     * @param total how many datasets the catalogue lists
     * @param next where the next page begins; empty on the last
     */
    public record Page(Graph graph, State state, long total, Optional<Cursor> next) {}

    /**
     * The page of a catalogue that begins at {@code cursor}.
     *
     * @param catalogue the catalogue's IRI
     * @param entries the most datasets on it
     */
    public Page page(String catalogue, Cursor cursor, int entries) {
        try (Snapshot snapshot = journal.snapshot()) {
            CataloguePage page = cut(snapshot, catalogue, cursor, Math.clamp(entries, 1, ENTRIES));
            return new Page(profile.describe(snapshot, page), page.state(), count(snapshot, catalogue), page.next());
        }
    }

    /** The part of the report that begins at {@code cursor}. */
    public Report report(String catalogue, Cursor cursor) {
        try (Snapshot snapshot = journal.snapshot()) {
            int looked = 0;
            ReportWriter findings = new ReportWriter();
            Optional<Cursor> next = Optional.of(cursor);
            while (looked < REPORTED && next.isPresent()) {
                CataloguePage page = cut(snapshot, catalogue, next.get(), ENTRIES);
                findings.add(shapes.check(profile.describe(snapshot, page)));
                looked += page.entries().size();
                next = page.next();
            }
            return new Report(
                    snapshot.state(), looked, count(snapshot, catalogue), findings.gaps(), findings.advice(), next);
        }
    }

    private CataloguePage cut(Snapshot snapshot, String catalogue, Cursor cursor, int entries) {
        return new Pager(snapshot, catalogue, listing(catalogue), entries, BYTES).page(cursor);
    }

    private String listing(String catalogue) {
        return catalogue.equals(all()) ? Listings.ALL : catalogue;
    }

    /** How many datasets each source's catalogue lists, by the catalogue's IRI, in the order of the IRIs. */
    public Map<String, Long> sources(Snapshot snapshot) {
        Map<String, Long> sources = new TreeMap<>();
        snapshot.catalogs()
                .forEach(it -> sources.put(
                        it.document().iri(), count(snapshot, it.document().iri())));
        return sources;
    }

    /** How many datasets the catalogue of all lists. */
    public long total() {
        try (Snapshot snapshot = journal.snapshot()) {
            return count(snapshot, all());
        }
    }

    /** Counted once for each state. */
    private synchronized long count(Snapshot snapshot, String catalogue) {
        if (!snapshot.state().equals(counted)) {
            counted = snapshot.state();
            counts.clear();
        }
        return counts.computeIfAbsent(catalogue, it -> snapshot.listings().count(listing(it)));
    }
}
