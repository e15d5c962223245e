package io.musubi.web;

import io.musubi.model.Text;
import io.musubi.web.http.Accept;
import io.musubi.web.http.Door;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Language;
import io.musubi.web.http.Problem;
import io.musubi.web.http.ProblemException;
import io.musubi.web.http.Problems;
import io.musubi.web.http.Wire;
import io.musubi.web.page.Pages;
import io.musubi.web.sparql.SparqlDoor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where requests come in: finds the door, sets the headers that all answers share, and is the one place that tells
 * problems.
 */
final class Edge {
    private static final Logger LOG = LoggerFactory.getLogger(Edge.class);
    private static final String READING = "GET, HEAD, OPTIONS";
    private static final String SPARQL = "/sparql";

    /** Counts its callers itself, or must always answer. */
    private static final Set<String> UNCOUNTED = Set.of(SPARQL, "/health");

    private static final Map<String, String> HEADERS = Map.of(
            "Access-Control-Allow-Origin",
            "*",
            "Access-Control-Expose-Headers",
            "ETag, Last-Modified, Link, Location, Musubi-State, Retry-After",
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "cross-origin");
    private static final List<Accept.Offer<Boolean>> AS_HTML = List.of(
            new Accept.Offer<>(false, List.of(Problems.MEDIA_TYPE, "application/json"), List.of()),
            new Accept.Offer<>(true, List.of("text/html", "application/xhtml+xml"), List.of()));

    private final Patience patience;
    private final Turns turns = new Turns();
    private final Map<String, Door> exact = new LinkedHashMap<>();
    private final Map<String, Door> below = new LinkedHashMap<>();

    Edge(Patience patience) {
        this.patience = patience;
    }

    /** The door at {@code path}. */
    Edge at(String path, Door door) {
        exact.put(path, door);
        return this;
    }

    /** The door for everything below {@code prefix}, which ends with a slash. */
    Edge below(String prefix, Door door) {
        below.put(prefix, door);
        return this;
    }

    /** Answers one request, whatever comes, or breaks off what takes too long. */
    void answer(HttpServletRequest request, HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
        boolean isPage = !UNCOUNTED.contains(String.valueOf(request.getRequestURI()));
        try {
            patience.during(request, isPage, () -> {
                if (isPage) {
                    inTurn(request, response);
                } else {
                    receive(request, response);
                }
            });
        } catch (ProblemException e) {
            tell(request, response, e.problem());
        }
    }

    private void inTurn(HttpServletRequest request, HttpServletResponse response) {
        try (Turns.Turn turn = turns.begin(response)) {
            receive(request, turn);
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response) {
        try {
            open(request, response);
        } catch (ProblemException e) {
            tell(request, response, e.problem());
        } catch (IOException e) {
            LOG.debug("The caller has gone", e);
            Wire.breakOff(request);
        } catch (RuntimeException | StackOverflowError e) {
            tell(request, response, Problems.internal(e));
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        String method = request.getMethod();
        Door door = door(path).orElseThrow(() -> Problems.notFound(path).exception());
        String allowed = path.equals(SPARQL) ? SparqlDoor.METHODS : READING;
        if (!List.of(allowed.split(", ", -1)).contains(method)) {
            throw Problems.method(method, allowed).exception();
        }
        if (method.equals("OPTIONS")) {
            preflight(response, allowed);
            return;
        }
        door.answer(Exchange.of(request, response));
    }

    private Optional<Door> door(String path) {
        Door door = exact.get(path);
        if (door != null) {
            return Optional.of(door);
        }
        return below.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void preflight(HttpServletResponse response, String allowed) {
        response.setHeader("Allow", allowed);
        response.setHeader("Access-Control-Allow-Methods", allowed);
        response.setHeader("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match");
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static void tell(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        if (response.isCommitted()) {
            Wire.breakOff(request);
            return;
        }
        response.setStatus(problem.status());
        Optional.ofNullable(problem.more().get(Problem.RETRY_AFTER))
                .ifPresent(seconds -> response.setHeader("Retry-After", seconds.toString()));
        Optional.ofNullable(problem.more().get(Problem.ALLOW))
                .ifPresent(methods -> response.setHeader("Allow", methods.toString()));
        response.setHeader("Cache-Control", "no-store");
        try {
            write(request, response, problem);
        } catch (IOException e) {
            LOG.debug("The caller has gone", e);
            Wire.breakOff(request);
        }
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        String language = Language.of(request, null);
        boolean html = !request.getRequestURI().equals(SPARQL)
                && Accept.of(request.getHeader("Accept")).choose(AS_HTML).orElse(false);
        byte[] body = html ? Pages.problem(request, problem, language) : Problems.json(problem, language);
        response.setContentType(html ? "text/html;charset=utf-8" : Problems.MEDIA_TYPE);
        response.setHeader("Content-Language", language);
        response.addHeader("Vary", "Accept, Accept-Language, Cookie");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** What the server says where no door was reached: a request it could not even read. */
    static Problem unreadable(int status) {
        return Problem.of(
                status,
                "unreadable",
                new Text("要求を読み取れません", "Unreadable request"),
                new Text("この要求はHTTPとして正しくないか、大きすぎます。", "This is no right HTTP request, or it is too large."));
    }
}
