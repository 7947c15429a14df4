package org.linli.partner.document;

import org.linli.platform.text.Texts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** What the name of a document may be: it is shown to others and saved on their machines. */
final class FileName {

    static final int LONGEST = 200;

    /**
     * An extension that blanks make look like the last one: the true one stands after them. Without blanks it is a part of
     * the name, as in {@code 教程node.js.pdf}: a machine goes by the last one.
     */
    private static final Pattern PUSHED_AWAY =
            Pattern.compile("\\.([a-z0-9]+)(?=[\\p{Z}\\x{3164}\\x{2800}]+\\.|\\p{Z}{3})");

    /** Of files that a machine runs or opens with what runs. */
    private static final Set<String> RUNS = Set.of(
            "ade adp apk app appx asp aspx bas bat bin chm class cmd com command cpl deb dll dmg docm dotm exe gadget hlp"
                    .split(" "));

    private static final Set<String> RUNS_TOO = Set.of(
            ("hta htm html inf ins iso jar js jse jsp lnk mht mhtml msc msi msp mst ocx php pif pl potm ppam ppsm pptm"
                            + " ps1 py rb reg rpm scr sct sh shb shtml svg swf sys url vb vbe vbs war wasm wsc wsf wsh"
                            + " xhtml xlam xlsb xlsm xltm xml")
                    .split(" "));

    private static final String RESERVED = "\\/:*?\"<>|";

    private FileName() {}

    /** What is wrong with it; nothing where it may stand. */
    static Optional<String> fault(String name) {
        if (name.isEmpty() || Texts.length(name) > LONGEST) {
            return Optional.of("not of 1 to " + LONGEST + " characters");
        }
        if (has(name, FileName::isHidden)) {
            return Optional.of("holds control characters, marks of direction or characters that cannot be seen");
        }
        if (has(name, c -> RESERVED.indexOf(c) >= 0)) {
            return Optional.of("holds one of " + RESERVED);
        }
        if (DocumentType.ofName(name).isEmpty()) {
            return Optional.of("its extension is none that is taken");
        }
        boolean runs = PUSHED_AWAY
                .matcher(name.toLowerCase(Locale.ROOT))
                .results()
                .map(pushed -> pushed.group(1))
                .anyMatch(part -> RUNS.contains(part) || RUNS_TOO.contains(part));
        return runs ? Optional.of("hides another extension") : Optional.empty();
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || c == 0xFFFD;
    }

    private static boolean has(String name, IntPredicate kind) {
        return name.codePoints().anyMatch(kind);
    }
}
