package io.musubi.web.docs;

import io.musubi.model.Text;
import io.musubi.web.page.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** One Markdown file on its way to a page. */
final class Markdown extends AbstractVisitor {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private final Links links;
    private final IdGenerator ids = IdGenerator.builder().defaultId("section").build();
    private final Map<Node, String> anchors = new HashMap<>();
    private final List<DocsPage.Section> contents = new ArrayList<>();
    private String title = "";
    private String summary = "";

    private Markdown(Links links) {
        this.links = links;
    }

    /** The page of {@code file}, whose content is {@code text}. */
    static DocsPage page(DocsFile file, String text, Links links) {
        Markdown seen = new Markdown(links);
        Node document = PARSER.parse(text);
        document.accept(seen);
        String html = seen.renderer(Words.of("docs", "run"), file.language()).render(document);
        return new DocsPage(
                file.name(),
                file.language(),
                seen.title.isEmpty() ? file.name() : seen.title,
                seen.summary,
                html,
                seen.contents);
    }

    private HtmlRenderer renderer(Text run, String language) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .nodeRendererFactory(context -> new Blocks(context, links, run.in(language)))
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (anchors.containsKey(node)) {
                        attributes.put("id", anchors.get(node));
                    }
                })
                .build();
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        String text = PlainText.of(heading);
        String id = ids.generateId(text);
        anchors.put(heading, id);
        if (heading.getLevel() == 1 && title.isEmpty()) {
            title = text; // the page shows it above everything
            heading.unlink();
        } else if (heading.getLevel() == 2) {
            contents.add(new DocsPage.Section(id, text));
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        if (summary.isEmpty()) {
            summary =
                    PlainText.of(paragraph).replaceFirst("(?s)(\\. |。).*", "$1").strip();
        }
    }

    /** A link to a file that is not served becomes its text, and the file's path where the text does not say it. */
    @Override
    public void visit(Link link) {
        visitChildren(link);
        links.href(link.getDestination()).ifPresentOrElse(link::setDestination, () -> {
            String file = links.file(link.getDestination());
            if (!PlainText.of(link).contains(file)) {
                link.insertAfter(new Code(file));
                link.insertAfter(new org.commonmark.node.Text(" "));
            }
            while (link.getFirstChild() != null) {
                link.insertBefore(link.getFirstChild());
            }
            link.unlink();
        });
    }

    @Override
    public void visit(Code code) {
        code.setLiteral(links.here(code.getLiteral()));
    }

    @Override
    public void visit(FencedCodeBlock block) {
        block.setLiteral(links.here(block.getLiteral()));
    }

    /** Remarks are for those who write the file. */
    @Override
    public void visit(HtmlBlock html) {
        if (html.getLiteral().startsWith("<!--")) {
            html.unlink();
        }
    }

    /** A table may be wider than a phone. */
    @Override
    public void visit(CustomBlock block) {
        visitChildren(block);
        if (block instanceof TableBlock) {
            Blocks.Scrolling scrolling = new Blocks.Scrolling();
            block.insertBefore(scrolling);
            scrolling.appendChild(block);
        }
    }

    /** What a node says without its marks. */
    private static final class PlainText extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();

        static String of(Node node) {
            PlainText plain = new PlainText();
            plain.visitChildren(node);
            return plain.text.toString();
        }

        @Override
        public void visit(org.commonmark.node.Text it) {
            text.append(it.getLiteral());
        }

        @Override
        public void visit(Code it) {
            text.append(it.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak it) {
            text.append(' ');
        }
    }
}
