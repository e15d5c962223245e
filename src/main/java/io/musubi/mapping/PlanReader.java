package io.musubi.mapping;

import io.musubi.model.ReadingPlan;
import io.musubi.model.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compiles what the readers must know: {@code syntax}, {@code prefixes}, {@code units}, {@code embedded}. */
final class PlanReader {
    private final YamlNode root;
    private final Set<Syntax> syntaxes;
    private final Map<String, String> prefixes;

    PlanReader(YamlNode root) {
        this.root = root;
        this.syntaxes = syntaxes(root);
        this.prefixes = prefixes(root);
    }

    /** A reader of paths that knows which prefixes there are. */
    PathReader paths() {
        Set<String> known = new TreeSet<>(prefixes.values());
        known.add("xml");
        return new PathReader(syntaxes.equals(Set.of(Syntax.XML)), known);
    }

    /** The plan of the format {@code format}. */
    ReadingPlan read(String format, RuleReader rules) {
        return new ReadingPlan(format, syntaxes, prefixes, units(rules), embedded());
    }

    private static Set<Syntax> syntaxes(YamlNode root) {
        Set<Syntax> syntaxes = new LinkedHashSet<>();
        YamlNode node = root.need("syntax");
        if (node != null) {
            for (YamlNode member : node.members()) {
                List<Syntax> found = List.of(Syntax.values()).stream()
                        .filter(it -> it.label().equals(member.text()))
                        .toList();
                if (found.isEmpty()) {
                    member.expected("json, xml or csv");
                }
                syntaxes.addAll(found);
            }
        }
        return syntaxes;
    }

    private static Map<String, String> prefixes(YamlNode root) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        root.get("prefixes")
                .ifPresent(node -> node.entries()
                        .forEach((prefix, namespaces) ->
                                namespaces.members().forEach(namespace -> prefixes.put(namespace.text(), prefix))));
        return prefixes;
    }

    private List<ReadingPlan.Unit> units(RuleReader rules) {
        List<ReadingPlan.Unit> units = new ArrayList<>();
        YamlNode node = root.need("units");
        if (node == null) {
            return units;
        }
        for (YamlNode member : node.members()) {
            member.only(Set.of("at", "recognise", "last"));
            YamlNode at = member.need("at");
            YamlNode recognise = member.need("recognise");
            if (at != null && recognise != null) {
                Condition condition = rules.condition(recognise);
                String wanted = recognise.isText() ? recognise.text().strip() : "condition of line " + recognise.line();
                units.add(new ReadingPlan.Unit(
                        names(at),
                        wanted,
                        unit -> condition.holds(unit, Scope.recognising(unit)),
                        member.flag("last")));
            }
        }
        return units;
    }

    private static List<String> names(YamlNode at) {
        String text = at.text().strip();
        return text.equals(".") ? List.of() : List.of(text.split("/"));
    }

    private List<List<String>> embedded() {
        return root.get("embedded")
                .map(node -> node.members().stream().map(PlanReader::names).toList())
                .orElse(List.of());
    }
}
