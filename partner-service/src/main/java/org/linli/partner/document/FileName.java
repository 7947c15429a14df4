package org.linli.partner.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** What the name of a document may be: it is shown to others and saved on their machines. */
final class FileName {

    static final int LONGEST = 200;

    /** Of files that a machine runs or opens with what runs: nothing that hides behind a second extension. */
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
        if (name.isEmpty() || name.length() > LONGEST) {
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
        List<String> parts = Arrays.asList(name.toLowerCase(Locale.ROOT).split("\\.", -1));
        boolean runs = parts.subList(1, parts.size() - 1).stream()
                .map(String::strip)
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
