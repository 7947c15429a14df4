package org.linli.clients;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class TypeScriptTest {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @Test
    void the_generated_client_and_a_program_on_it_pass_the_strict_compiler() throws Exception {
        Path source = Path.of("src/main/typescript/first-proposal.ts").toAbsolutePath();
        assertThat(TypeScript.compile(source, TARGET.resolve("javascript"), TARGET))
                .isEmpty();
        assertThat(TARGET.resolve("javascript")).isDirectoryRecursivelyContaining("glob:**/first-proposal.js");
    }

    @Test
    void the_compiler_objects_to_a_field_that_the_client_does_not_know() throws Exception {
        Path wrong = Files.writeString(TARGET.resolve("wrong.ts"), """
                import type { ProposalRequest } from './generated/typescript/client/models/ProposalRequest';
                export const offer: ProposalRequest = { titel: 'x' };
                """);
        assertThat(TypeScript.compile(wrong, TARGET.resolve("nothing"), TARGET))
                .singleElement()
                .asString()
                .contains("titel");
    }
}
