package io.musubi.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Element and attribute names with the crosswalk's own prefixes, whatever the file wrote (Namespaces in XML 1.0). Unlike
 * the parser's own reading of namespaces this one forgives: a prefix that the file never declares, as repositories' own
 * exports do, counts as the crosswalk's prefix of that name.
 */
final class XmlNames {
    private static final String XMLNS = "xmlns";

    private final Map<String, String> prefixes;
    private final Map<String, Map<String, String>> known = new HashMap<>();
    private final Deque<Scope> scopes = new ArrayDeque<>();

    /** The namespaces in force for an element and what is in it. */
    private static final class Scope {
        /** Declared prefix to namespace; the empty prefix for elements without one. */
        final Map<String, String> namespaces;

        /** Names as the file writes them to ours, as far as met. */
        final Map<String, String> elements = new HashMap<>();

        /** How many elements are open that declare nothing more. */
        int depth = 1;

        Scope(Map<String, String> namespaces) {
            this.namespaces = namespaces;
        }
    }

    /** @param prefixes namespace to the crosswalk's prefix */
    XmlNames(Map<String, String> prefixes) {
        this.prefixes = prefixes;
        scopes.push(new Scope(Map.of("xml", "http://www.w3.org/XML/1998/namespace")));
    }

    /** Enters the element the reader stands on; its name: {@code dc:title}, {@code title}, {@code {namespace}title}. */
    String enter(XMLStreamReader xml) {
        Map<String, String> declared = declared(xml);
        if (declared == null) {
            top().depth++;
        } else {
            Map<String, String> namespaces = new HashMap<>(top().namespaces);
            namespaces.putAll(declared);
            scopes.push(new Scope(namespaces));
        }
        return top().elements.computeIfAbsent(xml.getLocalName(), this::element);
    }

    /** Leaves the element entered last. */
    void leave() {
        if (--top().depth == 0) {
            scopes.pop();
        }
    }

    private Scope top() {
        return scopes.element();
    }

    private static @Nullable Map<String, String> declared(XMLStreamReader xml) {
        Map<String, String> declared = null;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (isDeclaration(xml, i)) {
                declared = declared == null ? new HashMap<>() : declared;
                String prefix = XMLNS.equals(xml.getAttributePrefix(i)) ? xml.getAttributeLocalName(i) : "";
                declared.put(prefix, xml.getAttributeValue(i).strip());
            }
        }
        return declared;
    }

    /** Whether attribute {@code index} declares a namespace. */
    static boolean isDeclaration(XMLStreamReader xml, int index) {
        String prefix = xml.getAttributePrefix(index);
        return XMLNS.equals(prefix)
                || ((prefix == null || prefix.isEmpty()) && XMLNS.equals(xml.getAttributeLocalName(index)));
    }

    private String element(String written) {
        int colon = written.indexOf(':');
        return name("", colon < 0 ? "" : written.substring(0, colon), written.substring(colon + 1));
    }

    /** The name of attribute {@code index}: {@code @xml:lang}. */
    String attribute(XMLStreamReader xml, int index) {
        String prefix = xml.getAttributePrefix(index);
        String local = xml.getAttributeLocalName(index);
        return known.computeIfAbsent(namespace(prefix == null ? "" : prefix, true), any -> new HashMap<>())
                .computeIfAbsent(local, any -> name("@", prefix == null ? "" : prefix, local));
    }

    /** The namespace of a prefix; the prefix and a colon when it is not declared. */
    private String namespace(String prefix, boolean isAttribute) {
        if (prefix.isEmpty() && isAttribute) {
            return "";
        }
        String namespace = top().namespaces.get(prefix);
        return namespace == null ? (prefix.isEmpty() ? "" : prefix + ":") : namespace;
    }

    private String name(String sign, String prefix, String local) {
        String namespace = namespace(prefix, sign.equals("@"));
        String ours = prefixes.get(namespace);
        String before = "{" + namespace + "}";
        if (ours != null) {
            before = ours.isEmpty() ? "" : ours + ":";
        } else if (prefix.equals("xml")) {
            before = "xml:";
        } else if (namespace.isEmpty() || namespace.equals(prefix + ":")) {
            before = namespace;
        }
        return (sign + before + local).intern();
    }
}
