package io.musubi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.system.progress.MonitorOutputs;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/** The peer: TDB2 alone, as its own tools use it, over statements that are ready in files. */
final class PlainTdb2 implements AutoCloseable {
    private final DatasetGraph dataset;

    PlainTdb2(Path folder) throws IOException {
        Files.createDirectories(folder);
        this.dataset = DatabaseMgr.connectDatasetGraph(folder.toString());
    }

    /** Loads N-Triples by the bulk loader that {@code tdb2.tdbloader} takes when nothing else is said. */
    void load(Path triples) {
        DataLoader loader = LoaderFactory.phasedLoader(dataset, MonitorOutputs.nullOutput());
        loader.startBulk();
        loader.load(triples.toString());
        loader.finishBulk();
    }

    /** Takes statements away and adds others, so many in each transaction. */
    void change(Path removed, Path added, int each) {
        Transactions transactions = new Transactions(each);
        transactions.begin();
        try {
            transactions.apply(removed, DatasetGraph::delete);
            transactions.apply(added, DatasetGraph::add);
            dataset.commit();
        } finally {
            dataset.end();
        }
    }

    private final class Transactions {
        private final int each;
        private int done;

        Transactions(int each) {
            this.each = each;
        }

        void begin() {
            dataset.begin(ReadWrite.WRITE);
        }

        void apply(Path file, BiConsumer<DatasetGraph, Quad> change) {
            RDFParser.source(file).lang(Lang.NTRIPLES).parse(new StreamRDFBase() {
                @Override
                public void triple(Triple triple) {
                    change.accept(dataset, Quad.create(Quad.defaultGraphNodeGenerated, triple));
                    if (++done % each == 0) {
                        dataset.commit();
                        dataset.end();
                        begin();
                    }
                }
            });
        }
    }

    /** How many statements the default graph holds. */
    long count() {
        return count(dataset);
    }

    static long count(DatasetGraph dataset) {
        return Txn.calculateRead(dataset, () -> {
            long count = 0;
            for (var all = dataset.find(Quad.defaultGraphNodeGenerated, null, null, null); all.hasNext(); all.next()) {
                count++;
            }
            return count;
        });
    }

    @Override
    public void close() {
        TDBInternal.expel(dataset, true);
    }
}
