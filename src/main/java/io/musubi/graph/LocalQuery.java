package io.musubi.graph;

import java.io.OutputStream;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.system.Txn;

/** One query by the person who owns the data folder: no limits, no network. */
public final class LocalQuery {
    private final LeasedDataset graph;
    private final PropertyFunctionRegistry functions;

    /**
     * @param graph what is asked
     * @param functions the property functions that a query may use
     */
    public LocalQuery(GraphStore graph, PropertyFunctionRegistry functions) {
        this.graph = graph.dataset();
        this.functions = functions;
    }

    /** How a result is written; graphs always as Turtle. */
    public enum Format {
        /** A text table. */
        TEXT,
        /** SPARQL 1.1 JSON. */
        JSON,
        /** SPARQL 1.1 XML. */
        XML,
        /** SPARQL 1.1 CSV. */
        CSV,
        /** SPARQL 1.1 TSV. */
        TSV;

        Lang lang() {
            return switch (this) {
                case TEXT -> ResultSetLang.RS_Text;
                case JSON -> ResultSetLang.RS_JSON;
                case XML -> ResultSetLang.RS_XML;
                case CSV -> ResultSetLang.RS_CSV;
                case TSV -> ResultSetLang.RS_TSV;
            };
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
                execution.getContext().set(ARQConstants.registryPropertyFunctions, functions);
                if (query.isAskType()) {
                    ResultSetMgr.write(out, execution.execAsk(), format.lang());
                } else if (query.isSelectType()) {
                    ResultSetMgr.write(out, execution.execSelect(), format.lang());
                } else if (query.isDescribeType()) {
                    RDFDataMgr.write(out, execution.execDescribe(), Lang.TURTLE);
                } else {
                    RDFDataMgr.write(out, execution.execConstruct(), Lang.TURTLE);
                }
            }
        });
    }
}
