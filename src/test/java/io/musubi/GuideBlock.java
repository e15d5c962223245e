package io.musubi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * A command or query in a guide, and what must come out. That is told by what follows: a block without a language, each of
 * whose lines must be in the output ({@code …} stands for what is left out), or {@code <!-- expect: … -->} with such
 * lines. {@code <!-- exit: 1 -->} names an exit code other than 0.
 *
 * @param language {@code sh} or {@code sparql}
 * @param text of the block
 * @param expected what the output must contain
 * @param exitCode of a command
 */
record GuideBlock(String language, String text, List<String> expected, int exitCode) {
    private static final String SERVER = "http://localhost:8080/";
    private static final Pattern REMARK = Pattern.compile("<!--\\s*(expect|exit):\\s*(.*?)\\s*-->", Pattern.DOTALL);

    /** The blocks of a guide, in its order. */
    static List<GuideBlock> in(String guide) {
        List<GuideBlock> blocks = new ArrayList<>();
        Parser.builder().build().parse(guide).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                if (!block.getInfo().isEmpty()) {
                    blocks.add(read(block));
                }
            }
        });
        return blocks;
    }

    /** The paths on the server that a guide links to. */
    static List<String> links(String guide) {
        List<String> links = new ArrayList<>();
        Parser.builder().build().parse(guide).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                if (link.getDestination().startsWith(SERVER)) {
                    links.add(link.getDestination().substring(SERVER.length()));
                }
            }
        });
        return links.stream().distinct().toList();
    }

    private static GuideBlock read(FencedCodeBlock block) {
        List<String> expected = new ArrayList<>();
        int exitCode = 0;
        for (Node next = block.getNext(); next != null; next = next.getNext()) {
            if (next instanceof FencedCodeBlock shown && shown.getInfo().isEmpty()) {
                expected.addAll(pieces(shown.getLiteral()));
            } else if (next instanceof HtmlBlock html) {
                Matcher remark = REMARK.matcher(html.getLiteral());
                while (remark.find()) {
                    if (remark.group(1).equals("exit")) {
                        exitCode = Integer.parseInt(remark.group(2));
                    } else {
                        expected.addAll(pieces(remark.group(2)));
                    }
                }
            } else {
                break;
            }
        }
        return new GuideBlock(block.getInfo(), block.getLiteral(), expected, exitCode);
    }

    private static List<String> pieces(String lines) {
        return Pattern.compile("[\\n…]")
                .splitAsStream(lines)
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    /** Its first line that says something. */
    String name() {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("PREFIX"))
                .findFirst()
                .orElse(text);
    }
}
