package io.musubi.web.sparql;

import io.musubi.graph.GraphStore;
import io.musubi.model.State;
import io.musubi.model.Text;
import io.musubi.rdf.Syntax;
import io.musubi.text.TextStore;
import io.musubi.web.http.Accept;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Form;
import io.musubi.web.http.GraphFormats;
import io.musubi.web.http.Problems;
import io.musubi.web.http.Wire;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFDataMgr;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door {@code /sparql}: SPARQL 1.1 Protocol, read-only. Each query is evaluated by Fuseki in a thread of its own, so
 * that the caller gets an answer in time whatever evaluation does.
 */
public final class SparqlDoor implements AutoCloseable {
    /** The methods it takes. */
    public static final String METHODS = "GET, HEAD, POST, OPTIONS";

    private static final Logger LOG = LoggerFactory.getLogger(SparqlDoor.class);
    private static final long STACK_BYTES = 64L << 20;

    /** Answers on their way may fill this part of the heap. */
    private static final long SHARE_OF_ANSWERS = 8;

    private final Limits limits;
    private final String base;
    private final GraphStore graph;
    private final TextStore text;
    private final QueryReader reader;
    private final Watch watch;
    private final Queue queue;
    private final Handing handing = new Handing(Runtime.getRuntime().maxMemory() / SHARE_OF_ANSWERS);
    private final FusekiRoom fuseki;

    /**
     * Opens the door.
     *
     * @param base the base IRI of this server, which ends with a slash
     */
    public SparqlDoor(Limits limits, String base, GraphStore graph, TextStore text, FusekiRoom fuseki) {
        this.limits = limits;
        this.base = base;
        this.graph = graph;
        this.text = text;
        this.reader = new QueryReader(limits, base);
        this.watch = new Watch(limits);
        this.queue = new Queue(limits);
        this.fuseki = fuseki;
    }

    /** How many queries are being evaluated. */
    public int running() {
        return watch.count();
    }

    /** Whether a query goes on long after it was stopped: the process should be started again. */
    public boolean isStuck() {
        return watch.isStuck();
    }

    /** Answers one request; problems are thrown. */
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        queue.admit();
        try {
            receive(request, response);
        } finally {
            queue.dismiss();
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!List.of("GET", "HEAD", "POST").contains(request.getMethod())) {
            throw Problems.method(request.getMethod(), METHODS).exception();
        }
        Form form = reader.parameters(request);
        if (form.has("update")) {
            throw Refusals.update().exception();
        }
        response.addHeader("Vary", "Accept");
        if (!form.has("query") && !request.getMethod().equals("POST")) {
            if (wantsPage(request, form)) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", "./query");
                return;
            }
            describe(request, form, response);
            return;
        }
        SparqlQuery query = reader.read(form);
        String mediaType = format(query.parsed(), form, request);
        if (Conditional.isKnown(request, response, graph.state(), form(graph.state(), mediaType))) {
            return;
        }
        evaluate(request, response, query, mediaType);
    }

    /** Whether somebody looks here with a browser: the page for queries says more than a description of the service. */
    private static boolean wantsPage(HttpServletRequest request, Form form) {
        List<Accept.Offer<Boolean>> offers = new ArrayList<>();
        GraphFormats.offers()
                .forEach(offer -> offers.add(new Accept.Offer<>(false, offer.mediaTypes(), offer.names())));
        offers.add(new Accept.Offer<>(true, List.of("text/html", "application/xhtml+xml"), List.of()));
        return !form.has("format")
                && !form.has("output")
                && Accept.of(request.getHeader("Accept")).choose(offers).orElse(false);
    }

    private void describe(HttpServletRequest request, Form form, HttpServletResponse response) throws IOException {
        Syntax syntax = choose(GraphFormats.offers(), form, request);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFDataMgr.write(out, ServiceDescription.of(base, limits), syntax.format());
        Conditional.mark(response, graph.state(), syntax.mediaType());
        response.setContentType(syntax.mediaType() + ";charset=utf-8");
        response.setContentLength(out.size());
        out.writeTo(response.getOutputStream());
    }

    private static String format(Query query, Form form, HttpServletRequest request) {
        if (query.isConstructType() || query.isDescribeType()) {
            return choose(GraphFormats.offers(), form, request).mediaType();
        }
        return choose(ResultFormat.offers(), form, request).mediaType();
    }

    private static <T> T choose(List<Accept.Offer<T>> offers, Form form, HttpServletRequest request) {
        Optional<String> asked = Stream.of("format", "output")
                .flatMap(name -> form.first(name).stream())
                .findFirst();
        Optional<T> chosen = asked.isPresent()
                ? offers.stream()
                        .filter(offer -> offer.names().contains(asked.get()))
                        .map(Accept.Offer::value)
                        .findFirst()
                : Accept.of(request.getHeader("Accept")).choose(offers);
        return chosen.orElseThrow(() -> Problems.notAcceptable(
                        offers.stream().map(offer -> offer.mediaTypes().get(0)).collect(Collectors.joining(", ")))
                .exception());
    }

    /** While the text index is at another state than the graph, an answer may differ once it is not. */
    private String form(State state, String mediaType) {
        long words = text.state().number();
        return words == state.number() ? mediaType : mediaType + "-text-" + words;
    }

    private void evaluate(HttpServletRequest request, HttpServletResponse response, SparqlQuery query, String mediaType)
            throws IOException {
        queue.enter();
        Running running = new Running(limits);
        Answer answer = new Answer(running);
        FusekiRequest asked = fuseki.request(request, query, mediaType, running);
        FusekiResponse answered = new FusekiResponse(response, answer);
        Thread thread = new Thread(null, () -> work(asked, answered, running, answer), "query", STACK_BYTES);
        thread.setDaemon(true);
        watch.add(running);
        thread.start();
        try {
            serve(request, response, running, answer, mediaType);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running.stop(Refusals.busy(limits.atOnce()));
            throw Refusals.busy(limits.atOnce()).exception();
        } catch (IOException e) {
            // The caller has gone: nobody needs the rest.
            running.stop(Problems.badRequest(new Text("接続が切れました。", "The connection was lost.")));
            throw e;
        }
    }

    private void work(FusekiRequest asked, FusekiResponse answered, Running running, Answer answer) {
        try {
            fuseki.answer(asked, answered);
            String error = answered.error();
            if (error != null) {
                running.stop(Refusals.invalid(error));
            }
        } catch (IOException | RuntimeException e) {
            if (running.reason().isEmpty()) {
                running.stop(Problems.internal(e));
            }
        } finally {
            if (running.untilGivenUp() < 0) {
                LOG.debug(
                        "{} ms behind its end: {}",
                        -running.untilGivenUp() / 1_000_000,
                        asked.query().text());
            }
            watch.remove(running);
            queue.leave();
            answer.end();
        }
    }

    private void serve(
            HttpServletRequest request, HttpServletResponse response, Running running, Answer answer, String mediaType)
            throws IOException, InterruptedException {
        Answer.Readiness readiness = await(running, answer);
        if (running.reason().isPresent()) {
            throw running.reason().get().exception();
        }
        running.state().ifPresent(state -> Conditional.mark(response, state, form(state, mediaType)));
        response.setContentType(mediaType + ";charset=utf-8");
        if (readiness == Answer.Readiness.ENDED) {
            response.setContentLength(answer.length());
            handing.over(request, answer.length(), () -> answer.writeTo(response.getOutputStream()));
            return;
        }
        if (!answer.flow(response.getOutputStream())) {
            running.stop(Refusals.time(limits));
            Wire.breakOff(request);
        }
    }

    private Answer.Readiness await(Running running, Answer answer) throws InterruptedException {
        try {
            return answer.readiness().get(running.untilGivenUp(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            running.stop(Refusals.time(limits));
            return Answer.Readiness.ENDED;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Readiness is only ever completed", e);
        }
    }

    /** The state that a query would see now. */
    public State state() {
        return graph.state();
    }

    @Override
    public void close() {
        watch.close();
    }
}
