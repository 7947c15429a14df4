package org.linli.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** docs/api/clients.md, whose examples are run as they stand. */
final class ClientsPage {

    private ClientsPage() {}

    /** The example in this language. */
    static String block(Path repository, String language) throws IOException {
        String page = Files.readString(repository.resolve("docs/api/clients.md"));
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        if (!block.find()) {
            throw new IllegalStateException("docs/api/clients.md has no example in " + language);
        }
        return block.group(1);
    }
}
