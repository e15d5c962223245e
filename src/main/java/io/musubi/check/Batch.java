package io.musubi.check;

import java.util.Collection;
import java.util.List;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.sail.SailConnection;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.eclipse.rdf4j.sail.shacl.ShaclSailConnection;
import org.eclipse.rdf4j.sail.shacl.Stats;
import org.eclipse.rdf4j.sail.shacl.ValidationSettings;
import org.eclipse.rdf4j.sail.shacl.wrapper.data.ConnectionsGroup;
import org.eclipse.rdf4j.sail.shacl.wrapper.data.RdfsSubClassOfReasoner;
import org.eclipse.rdf4j.sail.shacl.wrapper.data.VerySimpleRdfsBackwardsChainingConnection;

/** The graphs of some records and what they point to, held in memory while shapes look at them. */
final class Batch implements AutoCloseable {
    private static final Resource[] ALL = {};

    private final MemoryStore store = new MemoryStore();
    private final SailConnection connection;
    private final ConnectionsGroup group;

    /**
     * Loads a batch.
     *
     * @param context code lists and ontology
     * @param records the graph of each record
     */
    Batch(Collection<Statement> context, List<List<Statement>> records) {
        try (SailConnection loading = store.getConnection()) {
            loading.begin(IsolationLevels.NONE);
            context.forEach(one -> loading.addStatement(one.getSubject(), one.getPredicate(), one.getObject()));
            for (List<Statement> record : records) {
                record.forEach(one -> loading.addStatement(one.getSubject(), one.getPredicate(), one.getObject()));
            }
            loading.commit();
        }
        connection = store.getConnection();
        connection.begin(IsolationLevels.NONE);
        RdfsSubClassOfReasoner classes =
                RdfsSubClassOfReasoner.createReasoner(connection, new ValidationSettings(ALL, false, true, false));
        group = new ConnectionsGroup(
                new VerySimpleRdfsBackwardsChainingConnection(connection, classes),
                null,
                null,
                null,
                new Stats(),
                () -> classes,
                new ShaclSailConnection.Settings(true, true, false, IsolationLevels.NONE),
                true);
    }

    /** What {@code shapes} find here. */
    List<ShapeSet.Violation> validate(ShapeSet shapes) {
        return shapes.validate(group);
    }

    @Override
    public void close() {
        group.close();
        connection.commit();
        connection.close();
        store.shutDown();
    }
}
