package io.musubi.text.sparql;

import io.musubi.text.Group;
import io.musubi.text.Matching;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.pfunction.PropFuncArg;

/** What stands behind {@code text:query}: {@code "words"} or {@code (property "words" limit "lang:ja")}. */
final class Arguments {
    /** Also what jena-text takes where no limit is given. */
    static final int MOST = 10_000;

    private static final String LANGUAGE = "lang:";
    private static final Map<String, Group> PROPERTIES = Map.of(
            "http://www.w3.org/2000/01/rdf-schema#label", Group.TITLE,
            "http://www.w3.org/2004/02/skos/core#prefLabel", Group.TITLE,
            "http://purl.org/dc/terms/title", Group.TITLE,
            "http://xmlns.com/foaf/0.1/name", Group.TITLE,
            "http://www.w3.org/ns/dcat#keyword", Group.KEYWORD,
            "http://purl.org/dc/terms/description", Group.DESCRIPTION);

    private Arguments() {}

    /**
     * Reads them.
     *
     * @throws QueryExecException when they are not of that form; the message says what is expected
     */
    static Matching read(PropFuncArg object) {
        Deque<Node> open = new ArrayDeque<>(object.isList() ? object.getArgList() : List.of(object.getArg()));
        Optional<Group> group = open.peek() != null && open.peek().isURI()
                ? Optional.of(group(open.remove().getURI()))
                : Optional.empty();
        String words = text(open.poll());
        int limit = open.peek() != null && isNumber(open.peek()) ? limit(open.remove()) : MOST;
        Optional<String> language = open.peek() != null && open.peek().isLiteral()
                ? Optional.of(language(open.remove()))
                : Optional.empty();
        if (!open.isEmpty()) {
            throw wrong("found too many arguments");
        }
        return new Matching(words, group, language, limit);
    }

    private static Group group(String property) {
        Group group = PROPERTIES.get(property);
        if (group == null) {
            throw wrong("the property may be one of "
                    + PROPERTIES.keySet().stream().sorted().toList() + ", not " + property);
        }
        return group;
    }

    private static String text(Node node) {
        if (node == null || !node.isLiteral() || isNumber(node)) {
            throw wrong("found " + (node == null ? "nothing" : node) + " where the words should be");
        }
        return node.getLiteralLexicalForm();
    }

    private static boolean isNumber(Node node) {
        return node.isLiteral() && NodeValue.makeNode(node).isInteger();
    }

    /** As for jena-text, a limit below one is none. */
    private static int limit(Node node) {
        BigInteger limit = NodeValue.makeNode(node).getInteger();
        return limit.signum() <= 0 ? MOST : limit.min(BigInteger.valueOf(MOST)).intValue();
    }

    private static String language(Node node) {
        String option = node.getLiteralLexicalForm();
        if (!option.startsWith(LANGUAGE)) {
            throw wrong("the only option is \"lang:ja\" (or another language), not \"" + option + "\"");
        }
        return option.substring(LANGUAGE.length());
    }

    static QueryExecException wrong(String found) {
        return new QueryExecException(
                "text:query takes \"words\" or (property \"words\" limit \"lang:ja\"), of which only"
                        + " the words are needed, and gives ?thing or (?thing ?score); " + found);
    }
}
