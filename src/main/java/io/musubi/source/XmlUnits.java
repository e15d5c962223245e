package io.musubi.source;

import io.musubi.model.Field;
import io.musubi.model.Text;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/** Streams units out of XML. No document type, no entity but the five of XML itself. */
final class XmlUnits {
    private static final XMLInputFactory FACTORY = factory();

    /** As much of a document as is shown to {@code recognise} above a unit. */
    private static final int CONTEXT_FIELDS = 200;

    private final List<String> at;
    private final XmlNames names;
    private final boolean withContext;
    private final Units units;
    private final List<String> path = new ArrayList<>();
    private @Nullable Field context;
    private @Nullable StringBuilder leaf;
    private boolean goesOn = true;

    /**
     * @param at element names from the document's element
     * @param prefixes namespace to prefix
     * @param withContext whether units have their ancestors above them
     */
    XmlUnits(List<String> at, Map<String, String> prefixes, boolean withContext, Units units) {
        this.at = at;
        this.names = new XmlNames(prefixes);
        this.withContext = withContext;
        this.units = units;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // What nobody declared costs its record, not the file.
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The JDK's own limits end the whole file, some at 100 levels; depth and size are ours to watch (Budget), and
        // without a document type there are no entities to expand.
        factory.setProperty("jdk.xml.maxElementDepth", "100000");
        factory.setProperty("jdk.xml.elementAttributeLimit", "10000");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        return factory;
    }

    /** Reads {@code in}. Decoding is ours: the JDK's own tells of wrong bytes on the process's error stream. */
    void read(Reader in) {
        Leash leash = new Leash(in);
        XMLStreamReader xml = null;
        try {
            xml = new Leashed(FACTORY.createXMLStreamReader(leash), leash);
            while (goesOn && xml.hasNext()) {
                event(xml, xml.next());
            }
        } catch (XMLStreamException e) {
            units.unreadable("line " + line(e, xml), reason(e));
        } finally {
            close(xml);
        }
    }

    private void event(XMLStreamReader xml, int event) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> refuse(xml);
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (leaf != null && leaf.length() < 10_000) {
                    leaf.append(xml.getText());
                }
            }
            default -> {}
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        String name = names.enter(xml);
        path.add(name);
        if (isAt()) {
            unit(xml, name);
            path.removeLast();
        } else if (path.size() == 1 && !at.isEmpty() && !fits(name, at.getFirst())) {
            goesOn = false;
        } else if (withContext) {
            enter(xml, name);
        }
    }

    private boolean isAt() {
        for (int i = path.size() - 1; i >= 0 && path.size() == at.size(); i--) {
            if (!fits(path.get(i), at.get(i))) {
                return false;
            }
        }
        return path.size() == at.size();
    }

    private static boolean fits(String name, String step) {
        return step.equals("*") || step.equals(name);
    }

    private void unit(XMLStreamReader xml, String name) throws XMLStreamException {
        int line = xml.getLocation().getLineNumber();
        Budget budget = new Budget();
        Field unit = withContext && context != null ? context.add(name, line) : Field.root(name, line);
        new XmlTree(budget, names).fill(xml, unit, 1);
        Text broken = budget.broken();
        goesOn = broken == null ? units.unit(unit, line) : units.unreadable("line " + line, broken);
        if (context != null) {
            context.remove(unit);
        }
    }

    private void enter(XMLStreamReader xml, String name) {
        int line = xml.getLocation().getLineNumber();
        Field entered = context == null ? Field.root(name, line) : context.add(name, line);
        new XmlTree(new Budget(), names).attributes(xml, entered);
        context = entered;
        leaf = new StringBuilder();
    }

    private void end() {
        path.removeLast();
        names.leave();
        Field left = context;
        if (left == null) {
            return;
        }
        Field parent = left.parent();
        if (leaf != null) {
            left.setText(leaf.toString().strip());
        }
        boolean isKept = leaf != null && parent != null && parent.children().size() < CONTEXT_FIELDS;
        if (parent != null && !isKept) {
            parent.remove(left);
        }
        context = parent;
        leaf = null;
    }

    private void refuse(XMLStreamReader xml) {
        goesOn = false;
        units.unreadable(
                "line " + xml.getLocation().getLineNumber(),
                new Text(
                        "文書型宣言(DOCTYPE)や独自の実体参照を含むXMLは、安全のため読みません。宣言を除いてください。",
                        "XML with a document type (DOCTYPE) or entities of its own is not read, for safety. Remove the declaration."));
    }

    private static int line(XMLStreamException e, @Nullable XMLStreamReader xml) {
        if (e.getLocation() != null) {
            return e.getLocation().getLineNumber();
        }
        return xml == null ? 1 : xml.getLocation().getLineNumber();
    }

    private static Text reason(XMLStreamException e) {
        if (e.getNestedException() instanceof Leash.TooLong) {
            return new Text(
                    "1つのタグ・属性・コメントが長すぎます。この先は読めません。出力元のデータを確認してください。",
                    "A single tag, attribute or comment is too long. Nothing from here on can be read. Look at what wrote"
                            + " the data.");
        }
        String message = String.valueOf(e.getMessage())
                .replaceAll("(?s)^.*Message: ", "")
                .strip();
        return new Text(
                "XMLとして読めません(" + message + ")。ファイルが途中で切れていないか確認してください。",
                "Not readable as XML (" + message + "). See whether the file is cut off or damaged here.");
    }

    /** With each event the leash has its whole length again. */
    private static final class Leashed extends StreamReaderDelegate {
        private final Leash leash;

        Leashed(XMLStreamReader xml, Leash leash) {
            super(xml);
            this.leash = leash;
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            leash.loosen();
            return event;
        }
    }

    private static void close(@Nullable XMLStreamReader xml) {
        if (xml != null) {
            try {
                xml.close();
            } catch (XMLStreamException e) {
                throw new IllegalStateException("A StAX reader could not let go of its buffers", e);
            }
        }
    }
}
