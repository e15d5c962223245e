package io.musubi.web.docs;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Blocks that scroll by themselves, also by keyboard; a query has a link that opens it in the editor. */
final class Blocks implements NodeRenderer {
    private static final String QUERY = "sparql";

    private final HtmlNodeRendererContext context;
    private final Links links;
    private final String run;

    /** What may be wider than the page. */
    static final class Scrolling extends CustomBlock {}

    /**
     * @param run the word on the link that opens a query
     */
    Blocks(HtmlNodeRendererContext context, Links links, String run) {
        this.context = context;
        this.links = links;
        this.run = run;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class, Scrolling.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof FencedCodeBlock block) {
            code(block);
        } else {
            scrolling(node);
        }
    }

    private void scrolling(Node node) {
        HtmlWriter html = context.getWriter();
        html.tag("div", sorted("class", "scroll", "tabindex", "0"));
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        html.tag("/div");
    }

    private void code(FencedCodeBlock block) {
        HtmlWriter html = context.getWriter();
        html.line();
        html.tag("div", Map.of("class", block.getInfo().isEmpty() ? "code output" : "code"));
        html.tag("pre", Map.of("tabindex", "0"));
        html.tag("code", block.getInfo().isEmpty() ? Map.of() : Map.of("class", "language-" + block.getInfo()));
        html.text(block.getLiteral());
        html.tag("/code");
        html.tag("/pre");
        if (block.getInfo().equals(QUERY)) {
            html.tag("a", sorted("class", "button plain run no-print", "href", links.query(block.getLiteral())));
            html.text(run);
            html.tag("/a");
        }
        html.tag("/div");
        html.line();
    }

    /** Attributes in an order that is always the same. */
    private static Map<String, String> sorted(String name1, String value1, String name2, String value2) {
        return new TreeMap<>(Map.of(name1, value1, name2, value2));
    }
}
