package io.musubi.web.sparql;

import io.musubi.graph.GraphStore;
import io.musubi.graph.LeasedDataset;
import io.musubi.text.sparql.TextFunctions;
import io.musubi.web.http.ProblemException;
import io.musubi.web.http.Problems;
import java.util.Iterator;
import java.util.function.Predicate;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.Responses;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.SystemTDB;

/**
 * Fuseki's query operation with our evaluation: on the graph as it is now, under {@link Limits}. Everything that can go
 * wrong in here becomes the reason of the {@link Running} query, also what Jena would write into a half-made answer.
 */
final class QueryRoom extends SPARQL_QueryDataset {
    private final GraphStore graph;
    private final TextFunctions text;

    QueryRoom(GraphStore graph, TextFunctions text) {
        this.graph = graph;
        this.text = text;
    }

    @Override
    protected void execute(String text, HttpAction action) {
        FusekiRequest request = (FusekiRequest) action.getRequest();
        Running running = request.running();
        LeasedDataset dataset = graph.dataset();
        try {
            dataset.begin(TxnType.READ);
            running.begins(dataset.state());
            evaluate(action, request.query().parsed(), dataset, running);
        } catch (ProblemException e) {
            running.stop(e.problem());
        } catch (QueryCancelledException e) {
            running.stop(Refusals.time(running.limits()));
        } catch (QueryException e) {
            running.stop(Refusals.invalid(String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            running.stop(Refusals.depth(running.limits().depth()));
        } catch (OutOfMemoryError e) {
            running.stop(Refusals.memory());
        } catch (RuntimeException e) {
            // Once stopped, Jena fails in ways of its own; the first reason is the true one.
            if (running.reason().isEmpty()) {
                running.stop(Problems.internal(e));
            }
        } finally {
            dataset.end();
        }
    }

    private void evaluate(HttpAction action, Query query, DatasetGraph whole, Running running) {
        DatasetDescription description = SPARQLProtocol.getDatasetDescription(action, query);
        DatasetGraph dataset = description == null ? whole : DynamicDatasets.dynamicDataset(description, whole, false);
        Query plain = query.cloneQuery();
        plain.getGraphURIs().clear();
        plain.getNamedGraphURIs().clear();
        if (plain.isDescribeType()) {
            Responses.doResponseGraph(action, Description.of(plain, dataset, running, this));
            return;
        }
        try (QueryExec execution = execution(plain, dataset, running)) {
            if (plain.isSelectType()) {
                Responses.doResponseResultSet(
                        action, new CountedRows(execution.select(), running), plain.getPrologue());
            } else if (plain.isAskType()) {
                Responses.doResponseBoolean(action, execution.ask());
            } else {
                Responses.doResponseGraph(action, gather(plain, execution.constructTriples(), running));
            }
        }
    }

    QueryExec execution(Query query, DatasetGraph dataset, Running running) {
        RewriteFactory rewriting = Rewriting::new;
        OpExecutorFactory executor = WatchedExecutor::new;
        // TDB2 itself looks only at what it has matched: a pass over the index that matches nothing would not stop.
        Predicate<Tuple<NodeId>> everyTuple = tuple -> {
            running.check();
            return true;
        };
        return QueryExec.newBuilder()
                .dataset(dataset)
                .query(query)
                .set(Running.SYMBOL, running)
                .set(ARQConstants.symCancelQuery, running.signal())
                .set(SystemTDB.symTupleFilter, everyTuple)
                .set(ARQConstants.registryFunctions, Functions.REGISTRY)
                .set(ARQConstants.sysOptimizerFactory, rewriting)
                .set(ARQConstants.sysOpExecutorFactory, executor)
                .set(ARQ.httpServiceAllowed, false)
                .set(ARQ.propertyFunctions, true)
                .set(ARQConstants.registryPropertyFunctions, text)
                // Folding evaluates constants before anything watches.
                .set(ARQ.optExprConstantFolding, false)
                .build();
    }

    private static Graph gather(Query query, Iterator<Triple> triples, Running running) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        int limit = running.limits().triples();
        while (triples.hasNext()) {
            running.check();
            graph.add(triples.next());
            if (graph.size() > limit) {
                throw running.refuse(Refusals.size("triples", limit));
            }
        }
        return graph;
    }
}
