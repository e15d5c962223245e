package io.musubi.web.page;

import io.musubi.model.State;
import io.musubi.web.http.Conditional;
import io.musubi.web.http.Exchange;
import io.musubi.web.http.Problem;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Fills templates and sends them. */
public final class Pages {
    private static final PebbleEngine ENGINE = engine();

    private Pages() {}

    private static PebbleEngine engine() {
        ClasspathLoader loader = new ClasspathLoader(Pages.class.getClassLoader());
        loader.setPrefix("web/");
        loader.setSuffix(".peb");
        loader.setCharset(StandardCharsets.UTF_8.name());
        return new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .extension(new Speech())
                .build();
    }

    /**
     * Sends a page that shows {@code state}, with the headers that name state and language. Validators (ETag) are the
     * door's own.
     *
     * @param template {@code <area>/<name>}
     * @param model what the template names
     */
    public static void send(Exchange exchange, State state, String template, Map<String, ?> model) throws IOException {
        send(exchange, state, fill(exchange, state, template, model));
    }

    /**
     * Fills a page that shows {@code state}, to be sent later: where filling reads the graph and sending must not hold
     * it.
     */
    public static String fill(Exchange exchange, State state, String template, Map<String, ?> model) {
        return fill(Frame.of(exchange, state.id()), template, model);
    }

    /** Sends a page that was filled. */
    public static void send(Exchange exchange, State state, String page) throws IOException {
        exchange.response().setHeader(Conditional.STATE, state.id());
        send(exchange, page);
    }

    /** Sends a page that depends on no state. */
    public static void send(Exchange exchange, String template, Map<String, ?> model) throws IOException {
        send(exchange, fill(Frame.of(exchange, ""), template, model));
    }

    private static void send(Exchange exchange, String page) throws IOException {
        exchange.response().setHeader("Content-Language", exchange.language());
        exchange.response().addHeader("Vary", "Accept, Accept-Language, Cookie");
        exchange.send("text/html", page);
    }

    /** A problem as a page. */
    public static byte[] problem(HttpServletRequest request, Problem problem, String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("status", problem.status());
        model.put("heading", problem.title().in(language));
        model.put("detail", problem.detail().in(language));
        model.put("number", problem.more().getOrDefault("number", ""));
        return fill(Frame.of(request, language), "problem", model).getBytes(StandardCharsets.UTF_8);
    }

    private static String fill(Frame frame, String template, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("frame", frame);
        all.put("area", template.substring(0, Math.max(0, template.indexOf('/'))));
        StringWriter out = new StringWriter();
        try {
            ENGINE.getTemplate(template).evaluate(out, all);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return out.toString();
    }
}
