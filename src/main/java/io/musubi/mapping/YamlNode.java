package io.musubi.mapping;

import io.musubi.mapping.CrosswalkException.Mistake;
import io.musubi.model.Text;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a YAML file that knows its line and the keys that lead to it, and collects what is wrong there. */
final class YamlNode {
    private final Node node;
    private final String file;
    private final String key;
    private final List<Mistake> mistakes;

    private YamlNode(Node node, String file, String key, List<Mistake> mistakes) {
        this.node = node;
        this.file = file;
        this.key = key;
        this.mistakes = mistakes;
    }

    /** The root of {@code text}; empty, with a mistake, when it is no YAML map. */
    static Optional<YamlNode> root(String file, String text, List<Mistake> mistakes) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(10_000);
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node instanceof MappingNode) {
                return Optional.of(new YamlNode(node, file, "", mistakes));
            }
            mistakes.add(new Mistake(file, 1, "", "expected a map beginning with 'format:'"));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            mistakes.add(
                    new Mistake(file, mark == null ? 1 : mark.getLine() + 1, "", "no valid YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            mistakes.add(new Mistake(file, 1, "", "no valid YAML: " + e.getMessage()));
        }
        return Optional.empty();
    }

    String key() {
        return key;
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** The same object wherever an alias repeats the node. */
    Object identity() {
        return node;
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Notes a mistake here. */
    void mistake(String message) {
        Mistake mistake = new Mistake(file, line(), key, message);
        if (!mistakes.contains(mistake)) {
            mistakes.add(mistake);
        }
    }

    /** Notes what was found and expected here. */
    void expected(String what) {
        String found = node instanceof ScalarNode scalar ? "'" + scalar.getValue() + "'" : isMap() ? "a map" : "a list";
        mistake("found " + found + "; expected " + what);
    }

    /** Its text; empty, with a mistake, when it is none. */
    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        expected("a text");
        return "";
    }

    boolean flag() {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!text.equals("true") && !text.equals("false")) {
            expected("true or false");
        }
        return text.equals("true");
    }

    /** Members of a list; of anything else, itself alone. */
    List<YamlNode> members() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        List<YamlNode> members = new ArrayList<>();
        for (Node each : sequence.getValue()) {
            members.add(new YamlNode(each, file, key + "[" + (members.size() + 1) + "]", mistakes));
        }
        return members;
    }

    /** Entries of a map in file order; none, with a mistake, when it is no map. */
    Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode map)) {
            expected("a map");
            return entries;
        }
        for (NodeTuple tuple : map.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String below = key.isEmpty() ? name : key + "." + name;
            YamlNode value = new YamlNode(tuple.getValueNode(), file, below, mistakes);
            if (entries.put(name, value) != null) {
                value.mistake("'" + name + "' stands here twice");
            }
        }
        return entries;
    }

    /** What stands under {@code name}. */
    Optional<YamlNode> get(String name) {
        if (!(node instanceof MappingNode map)) {
            return Optional.empty();
        }
        for (NodeTuple tuple : map.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode scalar
                    && scalar.getValue().equals(name)) {
                return Optional.of(
                        new YamlNode(tuple.getValueNode(), file, key.isEmpty() ? name : key + "." + name, mistakes));
            }
        }
        return Optional.empty();
    }

    boolean has(String name) {
        return get(name).isPresent();
    }

    /** What stands under {@code name}; null, with a mistake, when there is nothing. */
    @Nullable
    YamlNode need(String name) {
        Optional<YamlNode> found = get(name);
        if (found.isEmpty()) {
            mistake("'" + name + "' is missing");
        }
        return found.orElse(null);
    }

    boolean flag(String name) {
        return get(name).map(YamlNode::flag).orElse(false);
    }

    /** Notes keys that have no meaning here. */
    void only(Set<String> known) {
        entries().forEach((name, value) -> {
            if (!known.contains(name)) {
                value.mistake("unknown key '" + name + "'; expected one of " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    /** A text in both languages: {@code { ja: …, en: … }}. */
    Text bothLanguages() {
        String ja = text("ja");
        String en = text("en");
        return new Text(ja, en);
    }

    private String text(String name) {
        YamlNode found = need(name);
        return found == null ? "" : found.text();
    }
}
