package io.musubi.web.sparql;

import io.musubi.model.Text;
import io.musubi.web.http.Form;
import io.musubi.web.http.ProblemException;
import io.musubi.web.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.update.UpdateFactory;

/** Reads queries by the SPARQL 1.1 Protocol § 2.1: GET, POST of a form, POST of the query itself. */
final class QueryReader {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String UPDATE = "application/sparql-update";
    private static final Pattern TEXTS = Pattern.compile("\"\"\"(?:[^\"\\\\]|\\\\.|\"(?!\"\"))*+\"\"\""
            + "|'''(?:[^'\\\\]|\\\\.|'(?!''))*+'''|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+'"
            + "|<[^<>\"{}|^`\\\\\\s]*+>|#[^\\n]*+");

    private static final Pattern ESCAPE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u++([0-9a-fA-F]{4})");
    private static final Pattern VALUES = Pattern.compile("(?i)\\bVALUES\\b[^{}]*+\\{[^{}]*+}");
    private static final Pattern PART = Pattern.compile("[{;,/|&!^+*=<>-]|\\.(?!\\d)|(?i:\\b(?:FILTER|BIND|AS)\\b)");

    /** Planning a query takes time by the square of its parts, and no limit reaches into it. */
    static final int MOST_PARTS = 500;

    /** Planning takes twice the time for each EXISTS within an EXISTS: 15 take a second, 40 would take a year. */
    static final int DEEPEST_EXISTS = 8;

    private final Limits limits;
    private final String base;

    QueryReader(Limits limits, String base) {
        this.limits = limits;
        this.base = base;
    }

    /** The parameters of a request; those of a body sent as a form count like those of the address. */
    Form parameters(HttpServletRequest request) throws IOException {
        Form form = Form.of(request.getQueryString());
        if (!request.getMethod().equals("POST")) {
            return form;
        }
        String coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw Refusals.contentCoding(coding).exception();
        }
        // A character may take nine bytes: three of UTF-8, each as %xx.
        int bytes = 9 * limits.queryLength() + 10_000;
        switch (mediaType(request)) {
            case FORM -> form.and(Form.body(request, bytes));
            case QUERY -> form.add("query", Form.body(request, bytes));
            case UPDATE -> throw Refusals.update().exception();
            default -> throw Refusals.mediaType(mediaType(request)).exception();
        }
        return form;
    }

    private static String mediaType(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the one query among the parameters.
     *
     * @throws ProblemException when it is none, or too long or deep
     */
    SparqlQuery read(Form form) {
        List<String> queries = form.all("query");
        if (queries.size() != 1 || queries.get(0).isBlank()) {
            throw Problems.badRequest(new Text(
                            "パラメーター query を一つだけ、空でなく指定してください。", "Give the parameter 'query' once, and not empty."))
                    .exception();
        }
        String text = queries.get(0);
        if (text.length() > limits.queryLength()) {
            throw Refusals.length(text.length(), limits.queryLength()).exception();
        }
        return new SparqlQuery(text, parse(text), form.all("default-graph-uri"), form.all("named-graph-uri"));
    }

    private Query parse(String text) {
        try {
            String bare = TEXTS.matcher(unescaped(text)).replaceAll(" ");
            Nesting nesting = Nesting.of(bare);
            if (nesting.brackets() > limits.depth()) {
                throw Refusals.depth(limits.depth()).exception();
            }
            if (nesting.exists() > DEEPEST_EXISTS) {
                throw Refusals.exists(DEEPEST_EXISTS).exception();
            }
            if (PART.matcher(VALUES.matcher(bare).replaceAll(" ")).results().count() > MOST_PARTS) {
                throw Refusals.parts(MOST_PARTS).exception();
            }
            return QueryFactory.create(text, base, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            throw (isUpdate(text) ? Refusals.update() : Refusals.syntax(text, e)).exception();
        } catch (JenaException e) {
            throw Refusals.invalid(String.valueOf(e.getMessage())).exception();
        } catch (StackOverflowError e) {
            throw Refusals.depth(limits.depth()).exception();
        }
    }

    /** Escaped code points (SPARQL 1.1 § 19.2) count as what they stand for: a bracket can be written so. */
    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) + (char) Integer.parseInt(found.group(2), 16)));
    }

    private boolean isUpdate(String text) {
        try {
            return !UpdateFactory.create(text, base).getOperations().isEmpty();
        } catch (JenaException e) {
            return false;
        }
    }
}
