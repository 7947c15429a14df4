package org.linli.identity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SigningKeyTest {

    @TempDir
    Path directory;

    @Test
    void is_the_same_key_after_a_restart() {
        Path file = directory.resolve("identity/key.json");

        assertThat(SigningKey.at(file)).isEqualTo(SigningKey.at(file));
    }

    @Test
    void is_readable_by_its_owner_only() throws Exception {
        Path file = directory.resolve("key.json");
        SigningKey.at(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void stops_the_start_with_the_files_name_when_it_is_no_key() throws Exception {
        Path file = Files.writeString(directory.resolve("key.json"), "{");

        assertThatThrownBy(() -> SigningKey.at(file)).hasMessageContaining(file.toString());
    }
}
