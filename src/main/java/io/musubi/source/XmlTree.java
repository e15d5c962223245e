package io.musubi.source;

import io.musubi.model.Field;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Turns one element into fields: attributes first, then elements; its text is what stands directly in it. */
final class XmlTree {
    private final Budget budget;
    private final XmlNames names;

    XmlTree(Budget budget, XmlNames names) {
        this.budget = budget;
        this.names = names;
    }

    /** Reads the element the reader stands on, whose name was entered, into {@code field}; afterwards the reader stands on its end. */
    void fill(XMLStreamReader xml, Field field, int depth) throws XMLStreamException {
        attributes(xml, field);
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> child(xml, field, depth + 1);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    budget.count(xml.getTextLength());
                    if (budget.broken() == null) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> budget.unknownEntity(xml.getLocalName());
                default -> {}
            }
        }
        names.leave();
        if (budget.broken() == null) {
            budget.check(field.name(), text.toString());
            field.setText(text.toString().strip());
        }
    }

    private void child(XMLStreamReader xml, Field parent, int depth) throws XMLStreamException {
        if (depth > Budget.DEPTH && budget.broken() == null) {
            budget.tooDeep();
        }
        if (budget.broken() != null) {
            skip(xml);
            return;
        }
        int line = xml.getLocation().getLineNumber();
        fill(xml, budget.add(parent, names.enter(xml), line, null), depth);
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }

    /** Adds the attributes of the element the reader stands on. */
    void attributes(XMLStreamReader xml, Field field) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (!XmlNames.isDeclaration(xml, i)) {
                int line = xml.getLocation().getLineNumber();
                budget.add(
                        field,
                        names.attribute(xml, i),
                        line,
                        xml.getAttributeValue(i).strip());
            }
        }
    }
}
