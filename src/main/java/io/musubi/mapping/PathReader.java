package io.musubi.mapping;

import java.util.List;
import java.util.Set;

/** Compiles paths ({@code docs/crosswalk.md} § 2). */
final class PathReader {
    private final boolean isXml;
    private final Set<String> xmlPrefixes;

    /**
     * @param isXml whether the format comes in XML only, so that a prefix in a path must be declared
     * @param xmlPrefixes the declared ones
     */
    PathReader(boolean isXml, Set<String> xmlPrefixes) {
        this.isXml = isXml;
        this.xmlPrefixes = xmlPrefixes;
    }

    /** A path, or a list of them. */
    List<FieldPath> paths(YamlNode node) {
        return node.members().stream().map(this::path).toList();
    }

    /** A path. */
    FieldPath path(YamlNode node) {
        try {
            FieldPath path = ExpressionParser.path(node.text());
            checkPrefixes(path, node);
            return path;
        } catch (IllegalArgumentException e) {
            node.mistake(String.valueOf(e.getMessage()));
            return ExpressionParser.path(".");
        }
    }

    private void checkPrefixes(FieldPath path, YamlNode node) {
        if (!isXml) {
            return;
        }
        for (FieldPath.Step step : path.steps()) {
            String name = step.name().startsWith("@") ? step.name().substring(1) : step.name();
            int colon = name.indexOf(':');
            if (colon > 0 && !name.startsWith("{") && !xmlPrefixes.contains(name.substring(0, colon))) {
                node.mistake("found '" + step.name() + "'; expected a prefix declared under 'prefixes': "
                        + String.join(", ", xmlPrefixes));
            }
        }
    }
}
