package org.linli.clients;

import com.caoccao.javet.exceptions.JavetException;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The TypeScript compiler as it is published, run on {@link Node}. */
final class TypeScript {

    private static final String LIBRARY = "META-INF/resources/webjars/typescript";

    private TypeScript() {}

    /**
     * Checks and compiles all that {@code source} imports.
     *
     * @return what the compiler objects to, a line each; nothing where all is well
     */
    static List<String> compile(Path source, Path output, Path work) throws IOException, JavetException {
        Path library = unpacked(work);
        try (Node node = new Node(library)) {
            return node.run(SCRIPT.formatted(quoted(library.resolve("typescript.js")), quoted(source), quoted(output)))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    private static final String SCRIPT = """
            const ts = require(%s);
            const program = ts.createProgram([%s], {
                strict: true,
                skipLibCheck: true,
                target: ts.ScriptTarget.ES2022,
                module: ts.ModuleKind.CommonJS,
                moduleResolution: ts.ModuleResolutionKind.Bundler,
                lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
                types: [],
                outDir: %s,
            });
            const said = ts.getPreEmitDiagnostics(program);
            if (said.length === 0) {
                program.emit();
            }
            return said.map((one) => (one.file ? one.file.fileName + ': ' : '')
                + ts.flattenDiagnosticMessageText(one.messageText, ' ')).join('\\n');
            """;

    /** The compiler reads its libraries as files: they are laid out once. */
    private static Path unpacked(Path work) throws IOException {
        Path target = work.resolve("typescript");
        if (Files.exists(target.resolve("typescript.js"))) {
            return target;
        }
        Files.createDirectories(target);
        try (FileSystem jar = FileSystems.newFileSystem(jarOf(LIBRARY));
                Stream<Path> versions = Files.list(jar.getPath(LIBRARY))) {
            Path lib = versions.findFirst().orElseThrow().resolve("lib");
            try (Stream<Path> files = Files.list(lib)) {
                for (Path file : files.filter(TypeScript::isNeeded).toList()) {
                    Files.copy(file, target.resolve(file.getFileName().toString()));
                }
            }
        }
        return target;
    }

    private static boolean isNeeded(Path file) {
        String name = file.getFileName().toString();
        return name.equals("typescript.js") || name.startsWith("lib.") && name.endsWith(".d.ts");
    }

    private static Path jarOf(String resource) {
        try {
            String url = TypeScript.class.getClassLoader().getResource(resource).toString();
            return Path.of(new URI(url.substring("jar:".length(), url.indexOf("!/"))));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String quoted(Object text) {
        return "'" + text.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
