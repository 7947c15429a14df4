package org.linli.partner.document;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One part of a package, as XML: no relationship to what runs or lies outside, hyperlinks apart, and no field or link by
 * which the reader asks another program (DDE), over however many runs its text is spread.
 *
 * <p>Source: ECMA-376-1, 17.16 (fields), 18.14 (external links); ECMA-376-2, 9.3 (relationships).
 */
final class OfficePart extends DefaultHandler {

    /** Last steps of relationships' types, in small letters. */
    private static final Set<String> RUNNING = Set.of(
            "vbaproject",
            "wordvbadata",
            "oleobject",
            "control",
            "activexcontrolbinary",
            "xlmacrosheet",
            "xlintlmacrosheet",
            "attachedtemplate",
            "afchunk",
            "webextension",
            "webextensiontaskpanes");

    private static final Pattern ABSOLUTE = Pattern.compile("(?is)\\s*([a-z][a-z0-9+.-]*:|//|\\\\\\\\).*");
    private static final Pattern RUNNING_LINK =
            Pattern.compile("(?is)\\s*(javascript|vbscript|ms-msdt|search-ms|shell):.*");

    private static final Pattern ASKS_A_PROGRAM = Pattern.compile("(?is)[\\s\"\u201c\u201d]*DDE(AUTO)?([^a-z].*)?");
    private static final String DDE_AUTO = "ddeauto";

    /** Of a formula: {@code program|topic!item}. */
    private static final Pattern FORMULA_ASKS = Pattern.compile("(?is)[\\s=+@-]*[a-z0-9_.]+\\|.*");

    /** An instruction says at its beginning what it does. */
    private static final int BEGINNING = 4_096;

    private static final int DEEPEST = 1_000;

    private final Deque<Field> fields = new ArrayDeque<>();

    /** All instructions in a row, as far back as needed. */
    private final StringBuilder instructions = new StringBuilder();

    private final StringBuilder formula = new StringBuilder();
    private final Deque<String> within = new ArrayDeque<>();

    private OfficePart() {}

    /** @throws SAXException where it is no XML, or has a document type */
    static boolean isStill(InputStream content) throws IOException, SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(content, new OfficePart());
            return true;
        } catch (Runs runs) {
            return false;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every Java reads XML", impossible);
        }
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes)
            throws SAXException {
        within.push(name);
        switch (name) {
            case "Relationship" -> refuseIf(leadsOut(attributes));
            case "ddeLink" -> refuseIf(true);
            case "fldSimple" -> refuseIf(asks(valueOf(attributes, "instr")));
            case "fldChar" -> mark(valueOf(attributes, "fldCharType"));
            case "f" -> formula.setLength(0);
            default -> {
                // Nothing of the kind.
            }
        }
    }

    @Override
    public void endElement(String namespace, String name, String qualified) throws SAXException {
        if (name.equals("f")) {
            refuseIf(FORMULA_ASKS.matcher(formula).matches());
        }
        within.pop();
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        switch (within.element()) {
            case "instrText", "delInstrText" -> {
                instructions.append(text, start, length);
                refuseIf(instructions.toString().toLowerCase(Locale.ROOT).contains(DDE_AUTO));
                instructions.delete(0, Math.max(0, instructions.length() - DDE_AUTO.length()));
                write(text, start, length);
            }
            case "t" -> write(text, start, length);
            case "f" -> formula.append(text, start, Math.min(length, Math.max(0, BEGINNING - formula.length())));
            default -> {
                // Not what is followed.
            }
        }
    }

    @Override
    public void endDocument() throws SAXException {
        for (Field field : fields) {
            refuseIf(asks(field.instruction.toString()));
        }
    }

    @Override
    public void error(SAXParseException fault) throws SAXException {
        throw fault;
    }

    private static boolean leadsOut(Attributes attributes) {
        String type = valueOf(attributes, "Type").strip().toLowerCase(Locale.ROOT);
        String kind = type.substring(type.lastIndexOf('/') + 1);
        String target = valueOf(attributes, "Target");
        if (RUNNING.contains(kind)) {
            return true;
        }
        if (kind.equals("hyperlink")) {
            return RUNNING_LINK.matcher(target).matches();
        }
        return valueOf(attributes, "TargetMode").strip().equalsIgnoreCase("External")
                || ABSOLUTE.matcher(target).matches();
    }

    private void mark(String kind) throws SAXException {
        switch (kind) {
            case "begin" -> {
                refuseIf(fields.size() >= DEEPEST);
                fields.push(new Field());
            }
            case "separate" -> {
                if (!fields.isEmpty()) {
                    fields.element().told = true;
                    refuseIf(asks(fields.element().instruction.toString()));
                }
            }
            case "end" -> {
                if (!fields.isEmpty()) {
                    refuseIf(asks(fields.pop().instruction.toString()));
                }
            }
            default -> {
                // Only these three are defined.
            }
        }
    }

    /** The result of a field within an instruction is part of that one. */
    private void write(char[] text, int start, int length) {
        for (Field field : fields) {
            if (!field.told) {
                int some = Math.min(length, Math.max(0, BEGINNING - field.instruction.length()));
                field.instruction.append(text, start, some);
                return;
            }
        }
    }

    private static boolean asks(String instruction) {
        return ASKS_A_PROGRAM.matcher(instruction).matches()
                || instruction.toLowerCase(Locale.ROOT).contains(DDE_AUTO);
    }

    private static void refuseIf(boolean runs) throws SAXException {
        if (runs) {
            throw new Runs();
        }
    }

    /** Of whichever namespace. */
    private static String valueOf(Attributes attributes, String name) {
        for (int at = 0; at < attributes.getLength(); at++) {
            if (attributes.getLocalName(at).equals(name)) {
                return attributes.getValue(at);
            }
        }
        return "";
    }

    /** Between its beginning and its end; told are all instructions of it once its result begins. */
    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private boolean told;
    }

    private static final class Runs extends SAXException {
        private static final long serialVersionUID = 1;
    }
}
