package io.musubi.graph;

import io.musubi.journal.Change;
import io.musubi.journal.Journal;
import io.musubi.journal.Position;
import io.musubi.journal.Snapshot;
import io.musubi.model.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsBuilder;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;

/**
 * One TDB2 store in its folder. Readers hold leases; a retired store leaves the disk when the last lease is given back.
 */
final class Store {
    private static final int PAGE = 100;

    /** For each node that a store may keep in memory, so many bytes of heap are wanted. */
    private static final long HEAP_FOR_A_NODE = 8 << 10;

    static {
        SystemTDB.setDefaultReorderTransform(new SoundReordering());
    }

    private final Path folder;
    private final DatasetGraph dataset;
    private @Nullable Graph ontology;
    private int leases;
    private boolean retired;

    private Store(Path folder, DatasetGraph dataset) {
        this.folder = folder;
        this.dataset = dataset;
    }

    /** Opens the store in {@code folder}; makes an empty one where there is none. */
    static Store open(Path folder) {
        Store store = new Store(folder, DatabaseMgr.connectDatasetGraph(folder.toString(), parameters()));
        QC.setFactory(store.dataset.getContext(), SoundExecutor.FACTORY);
        if (SystemTDB.enableInlineLiterals) {
            throw new IllegalStateException("TDB2 was started before io.musubi.graph.ExactLiterals could speak to it;"
                    + " META-INF/services of Musubi must be on the class path");
        }
        return store;
    }

    /** TDB2 keeps nodes of some 240 MB for each store, and two are open while one is made anew: fewer in a small heap. */
    private static StoreParams parameters() {
        StoreParams usual = StoreParams.getDftStoreParams();
        int most = Math.toIntExact(Math.min(Runtime.getRuntime().maxMemory() / HEAP_FOR_A_NODE, Integer.MAX_VALUE));
        return StoreParamsBuilder.create("musubi", usual)
                .node2NodeIdCacheSize(Math.min(usual.getNode2NodeIdCacheSize(), most))
                .nodeId2NodeCacheSize(Math.min(usual.getNodeId2NodeCacheSize(), most))
                .build();
    }

    DatasetGraph dataset() {
        return dataset;
    }

    Path folder() {
        return folder;
    }

    /** Terms, code lists and shapes in memory: pages ask for their names all the time. For a transaction to read. */
    synchronized Graph ontology() {
        Graph read = ontology;
        if (read == null) {
            read = GraphFactory.createDefaultGraph();
            dataset.getGraph(Names.ONTOLOGY).find().forEachRemaining(read::add);
            ontology = read;
        }
        return read;
    }

    Marks marks() {
        return Txn.calculateRead(dataset, () -> Marks.read(dataset));
    }

    /** Takes a lease; false when the store is retired. */
    synchronized boolean lease() {
        if (!retired) {
            leases++;
        }
        return !retired;
    }

    void release() {
        boolean last;
        synchronized (this) {
            leases--;
            last = retired && leases == 0;
        }
        if (last) {
            drop();
        }
    }

    /** No new leases; gone from the disk with the last one. */
    void retire() {
        boolean idle;
        synchronized (this) {
            retired = true;
            idle = leases == 0;
        }
        if (idle) {
            drop();
        }
    }

    private void drop() {
        close();
        Folder.remove(folder);
    }

    void close() {
        TDBInternal.expel(dataset, true);
    }

    /** Puts the ontology's files in place when they differ from those it holds. */
    void refresh(Ontology ontology) {
        String hash = ontology.hash();
        Marks marks = marks();
        if (!marks.ontologyHash().equals(hash)) {
            Txn.executeWrite(dataset, () -> {
                ontology.write(dataset);
                marks.withOntology(hash).write(dataset);
            });
        }
    }

    /** Brings this store to the state of {@code snapshot}, however many states lie between, in one transaction. */
    State advance(Snapshot snapshot, Progress progress) {
        State target = snapshot.state();
        Marks marks = marks();
        long from = marks.state().number();
        // A store that holds nothing yet holds nothing forgotten.
        Marks then = from == 0
                ? new Marks(target, marks.ontologyHash(), snapshot.forgettings(), marks.bytes())
                : marks.with(target);
        long total = snapshot.changedSince(from);
        Txn.executeWrite(dataset, () -> {
            DocumentWriter writer = new DocumentWriter(dataset);
            snapshot.eachChange(from, change -> progress.at(writer.write(change), total));
            then.write(dataset);
        });
        return target;
    }

    /** Brings this store to the journal's newest state. */
    void advanceTo(Journal journal) {
        try (Snapshot snapshot = journal.snapshot()) {
            if (!snapshot.state().equals(marks().state())) {
                advance(snapshot, Progress.SILENT);
            }
        }
    }

    /**
     * Fills this empty store by the bulk loader with the journal's documents as of the state where it begins. What
     * changes meanwhile is left to {@link #advance}; until then the store may show documents of two states.
     */
    void fill(Journal journal, Progress progress) {
        State target;
        long forgettings;
        long total;
        try (Snapshot snapshot = journal.snapshot()) {
            target = snapshot.state();
            forgettings = snapshot.forgettings();
            total = snapshot.changedSince(0);
        }
        Loading loading = new Loading(progress, total);
        DataLoader loader = LoaderFactory.phasedLoader(dataset, loading);
        loader.startBulk();
        Position position = Position.after(0);
        List<Change> page = page(journal, position, target);
        while (!page.isEmpty()) {
            loading.take(page.size(), send(page, loader.stream()));
            position = Position.after(page.getLast());
            page = page(journal, position, target);
        }
        loader.finishBulk();
        loading.end();
        Marks marks = new Marks(target, "", forgettings, Folder.bytes(folder));
        Txn.executeWrite(dataset, () -> marks.write(dataset));
    }

    /** A page by a snapshot of its own, so that a long load does not keep the journal from erasing. */
    private static List<Change> page(Journal journal, Position position, State target) {
        try (Snapshot snapshot = journal.snapshot()) {
            return snapshot.changes(position, target.number(), PAGE);
        }
    }

    /** Gives how many statements they have. */
    private static long send(List<Change> page, StreamRDF stream) {
        long statements = 0;
        for (Change change : page) {
            Set<Triple> triples = Lines.parse(change);
            statements += triples.size();
            triples.forEach(stream::triple);
            Parts parts = new Parts(change.iri());
            parts.loose(triples).forEach(part -> stream.quad(DocumentWriter.quad(parts, part)));
        }
        return statements;
    }
}
