package io.musubi.web.sparql;

import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** Rows up to the limit. */
final class CountedRows implements RowSet {
    private final RowSet rows;
    private final Running running;
    private long count;

    CountedRows(RowSet rows, Running running) {
        this.rows = rows;
        this.running = running;
    }

    @Override
    public boolean hasNext() {
        running.check();
        return rows.hasNext();
    }

    @Override
    public Binding next() {
        long limit = running.limits().rows();
        if (++count > limit) {
            throw running.refuse(Refusals.size("rows", limit));
        }
        return rows.next();
    }

    @Override
    public List<Var> getResultVars() {
        return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
        return rows.getRowNumber();
    }

    @Override
    public void close() {
        rows.close();
    }
}
