package org.linli.clients;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class ClientsPageTest {

    @ParameterizedTest
    @CsvSource({
        "java, src/main/java/org/linli/clients/FirstProposal.java",
        "typescript, src/main/typescript/first-proposal.ts"
    })
    void shows_what_is_compiled_and_run(String language, Path program) throws Exception {
        assertThat(plain(Files.readString(program))).contains(plain(ClientsPage.block(Path.of("../.."), language)));
    }

    /** Whatever its lines. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }
}
