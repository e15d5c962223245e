package io.musubi.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query as Fuseki is to see it: read whole, its format already chosen, always a GET. It lives on its own, since
 * evaluation may outlive the request it came with.
 */
final class FusekiRequest extends HttpServletRequestWrapper {
    private final Map<String, String[]> parameters;
    private final String accept;
    private final String path;
    private final SparqlQuery query;
    private final Running running;

    FusekiRequest(HttpServletRequest request, String path, SparqlQuery query, String accept, Running running) {
        super(request);
        this.path = path;
        this.query = query;
        this.accept = accept;
        this.running = running;
        this.parameters = Map.of(
                "query", new String[] {query.text()},
                "default-graph-uri", query.defaultGraphs().toArray(new String[0]),
                "named-graph-uri", query.namedGraphs().toArray(new String[0]));
    }

    SparqlQuery query() {
        return query;
    }

    Running running() {
        return running;
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(path);
    }

    @Override
    public String getQueryString() {
        return "query=";
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public int getContentLength() {
        return -1;
    }

    @Override
    public @Nullable String getRemoteUser() {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase("Accept") ? accept : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(name.equalsIgnoreCase("Accept") ? List.of(accept) : List.of());
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(List.of("Accept"));
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }
}
