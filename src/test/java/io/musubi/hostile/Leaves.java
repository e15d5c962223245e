package io.musubi.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The texts of a file, whatever its syntax, also those inside of JSON that is a text itself: to be read and replaced. */
final class Leaves {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Leaf> leaves = new ArrayList<>();
    private Supplier<byte[]> written = () -> new byte[0];

    /** A text in its place. */
    record Leaf(String text, Consumer<String> set) {}

    private Leaves() {}

    /** The texts of a file in UTF-8. */
    static Leaves of(byte[] file) throws Exception {
        Leaves leaves = new Leaves();
        String text =
                new String(file, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        switch (text.charAt(0)) {
            case '<' -> leaves.xml(text);
            case '{', '[' -> leaves.lines(text);
            default -> leaves.table(text);
        }
        return leaves;
    }

    /** All of them, in file order. */
    List<Leaf> all() {
        return leaves;
    }

    /** The file with what was replaced. */
    byte[] bytes() {
        return written.get();
    }

    private void lines(String text) throws JsonProcessingException {
        List<JsonNode> roots = new ArrayList<>();
        try {
            roots.add(JSON.readTree(text));
            if (text.lines().count() > 1 && text.lines().allMatch(it -> it.startsWith("{"))) {
                throw new JsonProcessingException("several lines") {};
            }
        } catch (JsonProcessingException e) {
            roots.clear();
            for (String line : text.lines().toList()) {
                roots.add(JSON.readTree(line));
            }
        }
        roots.forEach(it -> json(it, () -> {}));
        written = () -> roots.stream()
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void json(JsonNode node, Runnable changed) {
        if (node instanceof ObjectNode object) {
            object.fieldNames()
                    .forEachRemaining(name -> member(object.get(name), it -> object.replace(name, it), changed));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                member(array.get(i), it -> array.set(index, it), changed);
            }
        }
    }

    private void member(JsonNode node, Consumer<JsonNode> replace, Runnable changed) {
        if (!node.isTextual()) {
            json(node, changed);
            return;
        }
        JsonNode inner = embedded(node.textValue());
        if (inner != null) {
            json(inner, () -> {
                replace.accept(TextNode.valueOf(inner.toString()));
                changed.run();
            });
        } else if (!node.textValue().isBlank()) {
            leaves.add(new Leaf(node.textValue(), text -> {
                replace.accept(TextNode.valueOf(text));
                changed.run();
            }));
        }
    }

    private static @org.jspecify.annotations.Nullable JsonNode embedded(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return null;
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private void xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        element(document.getDocumentElement());
        written = () -> {
            try {
                StringWriter out = new StringWriter();
                TransformerFactory.newInstance()
                        .newTransformer()
                        .transform(new DOMSource(document), new StreamResult(out));
                return out.toString().getBytes(StandardCharsets.UTF_8);
            } catch (javax.xml.transform.TransformerException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private void element(Element element) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (!attribute.getNodeName().startsWith("xmlns")) {
                node(attribute);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                element(inner);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                node(child);
            }
        }
    }

    private void node(Node node) {
        if (!node.getNodeValue().isBlank()) {
            leaves.add(new Leaf(node.getNodeValue().strip(), node::setNodeValue));
        }
    }

    private void table(String text) throws java.io.IOException {
        List<String[]> rows = new ArrayList<>();
        for (CSVRecord row : CSVFormat.DEFAULT.parse(new StringReader(text))) {
            rows.add(row.values().clone());
        }
        for (String[] row : rows.subList(1, rows.size())) {
            for (int i = 0; i < row.length; i++) {
                int index = i;
                if (!row[i].isBlank()) {
                    leaves.add(new Leaf(row[i], it -> row[index] = it));
                }
            }
        }
        written = () -> {
            StringBuilder out = new StringBuilder();
            try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.DEFAULT)) {
                for (String[] row : rows) {
                    printer.printRecord((Object[]) row);
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return out.toString().getBytes(StandardCharsets.UTF_8);
        };
    }
}
