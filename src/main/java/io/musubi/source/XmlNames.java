package io.musubi.source;

import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Element and attribute names with the crosswalk's own prefixes, whatever the file wrote; each made once. */
final class XmlNames {
    private final Map<String, String> prefixes;
    private final Map<String, Map<String, String>> elements = new HashMap<>();
    private final Map<String, Map<String, String>> attributes = new HashMap<>();

    XmlNames(Map<String, String> prefixes) {
        this.prefixes = prefixes;
    }

    /** The name of the element the reader stands on: {@code dc:title}, {@code title}, {@code {namespace}title}. */
    String element(XMLStreamReader xml) {
        return name(elements, "", xml.getNamespaceURI(), xml.getLocalName());
    }

    /** The name of its attribute {@code index}: {@code @xml:lang}. */
    String attribute(XMLStreamReader xml, int index) {
        return name(attributes, "@", xml.getAttributeNamespace(index), xml.getAttributeLocalName(index));
    }

    private String name(Map<String, Map<String, String>> known, String sign, @Nullable String namespace, String local) {
        return known.computeIfAbsent(namespace == null ? "" : namespace, any -> new HashMap<>())
                .computeIfAbsent(local, any -> (sign + prefix(namespace) + local).intern());
    }

    private String prefix(@Nullable String namespace) {
        if (namespace == null || namespace.isEmpty()) {
            return "";
        }
        if (namespace.equals(XMLConstants.XML_NS_URI)) {
            return "xml:";
        }
        String prefix = prefixes.get(namespace);
        return prefix == null ? "{" + namespace + "}" : prefix + ":";
    }
}
