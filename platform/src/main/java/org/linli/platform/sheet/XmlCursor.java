package org.linli.platform.sheet;

import org.jspecify.annotations.Nullable;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes through the elements of one part. Names are those without their prefix; what a part may cost is bounded: the
 * depth, the length of a piece ({@link PlainXml}) and the number of different names, each of which a parser keeps.
 */
final class XmlCursor implements Closeable {

    private static final int MOST_NAMES = 1000;

    private final InputStream part;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private String name = "";

    XmlCursor(InputStream part) throws IOException {
        this.part = part;
        try {
            this.xml = parser().createXMLStreamReader(new PlainXml(part));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** One a part, as it keeps what it has read last. Entities are refused before, so that none is counted. */
    private static XMLInputFactory parser() {
        XMLInputFactory parser = XMLInputFactory.newDefaultFactory();
        parser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parser.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parser.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        parser.setProperty("jdk.xml.maxElementDepth", "100");
        for (String none : List.of("totalEntitySizeLimit", "entityExpansionLimit", "maxGeneralEntitySizeLimit")) {
            parser.setProperty("jdk.xml." + none, "0");
        }
        return parser;
    }

    /** Whether there is another beginning or end of an element. */
    boolean next() throws IOException {
        while (true) {
            int event = advance();
            if (event == XMLStreamConstants.START_ELEMENT) {
                name = local(xml.getLocalName());
                keep(xml.getLocalName());
                for (int at = 0; at < xml.getAttributeCount(); at++) {
                    keep(xml.getAttributeLocalName(at));
                }
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                name = local(xml.getLocalName());
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    boolean begins(String element) {
        return xml.isStartElement() && name.equals(element);
    }

    boolean ends(String element) {
        return xml.isEndElement() && name.equals(element);
    }

    @Nullable
    String attribute(String attribute) {
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            if (local(xml.getAttributeLocalName(at)).equals(attribute)) {
                return xml.getAttributeValue(at);
            }
        }
        return null;
    }

    String attribute(String attribute, String otherwise) {
        String value = attribute(attribute);
        return value == null ? otherwise : value;
    }

    /** The text up to the end of this element, or an error where it is longer. */
    String text(int longest) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int event = advance(); event != XMLStreamConstants.END_ELEMENT; event = advance()) {
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                throw new IOException("an element in text");
            }
            if (xml.hasText()) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
            if (text.length() > longest) {
                throw new IOException("too long a text");
            }
        }
        name = local(xml.getLocalName());
        return text.toString();
    }

    private int advance() throws IOException {
        try {
            return xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void keep(String one) throws IOException {
        if (names.add(one) && names.size() > MOST_NAMES) {
            throw new IOException("too many names");
        }
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
