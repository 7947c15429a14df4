package org.linli.processes;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class OrdinaryUserTest {

    @Test
    void what_it_starts_is_not_root() throws Exception {
        Process id = new ProcessBuilder(OrdinaryUser.here().running(List.of("id", "-u"))).start();
        String user = new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(Integer.parseInt(user)).isNotZero();
    }
}
