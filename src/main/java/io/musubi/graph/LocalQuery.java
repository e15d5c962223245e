package io.musubi.graph;

import java.io.OutputStream;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.resultset.rw.ResultsWriter;
import org.apache.jena.system.Txn;

/** One query by the person who owns the data folder: no limits, no network. */
public final class LocalQuery {
    private final LeasedDataset graph;

    /** @param graph what is asked */
    public LocalQuery(GraphStore graph) {
        this.graph = graph.dataset();
    }

    /** How a result is written. */
    public enum Format {
        /** A text table; graphs as Turtle. */
        TEXT(ResultSetLang.RS_Text),
        /** SPARQL 1.1 JSON. */
        JSON(ResultSetLang.RS_JSON),
        /** SPARQL 1.1 XML. */
        XML(ResultSetLang.RS_XML),
        /** SPARQL 1.1 CSV. */
        CSV(ResultSetLang.RS_CSV),
        /** SPARQL 1.1 TSV. */
        TSV(ResultSetLang.RS_TSV);

        private final Lang lang;

        Format(Lang lang) {
            this.lang = lang;
        }
    }

    /**
     * Answers {@code text} on {@code out}.
     *
     * @throws IllegalArgumentException when it is no SPARQL 1.1 query; the message names line and column
     */
    public void run(String text, Format format, OutputStream out) {
        Query query;
        try {
            query = QueryFactory.create(text);
        } catch (QueryParseException e) {
            throw new IllegalArgumentException("The query cannot be read: " + e.getMessage(), e);
        }
        Txn.executeRead(graph, () -> {
            try (QueryExecution execution = QueryExecution.create(query, DatasetFactory.wrap(graph))) {
                ResultsWriter writer = ResultsWriter.create().lang(format.lang).build();
                if (query.isAskType()) {
                    writer.write(out, execution.execAsk());
                } else if (query.isSelectType()) {
                    writer.write(out, execution.execSelect());
                } else if (query.isDescribeType()) {
                    RDFDataMgr.write(out, execution.execDescribe(), Lang.TURTLE);
                } else {
                    RDFDataMgr.write(out, execution.execConstruct(), Lang.TURTLE);
                }
            }
        });
    }
}
