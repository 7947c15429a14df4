package org.linli.identity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(OutputCaptureExtension.class)
class OnlyInTheLocalProfileTest {

    @Test
    void refuses_to_start_without_a_profile_and_says_what_to_do(@TempDir Path directory, CapturedOutput output) {
        refuses(directory);
        assertThat(output).contains("outside the local profile").contains("--spring.profiles.active=local");
    }

    @Test
    void refuses_to_start_in_another_profile(@TempDir Path directory) {
        refuses(directory, "--spring.profiles.active=production");
    }

    private static void refuses(Path directory, String... arguments) {
        Path key = directory.resolve("key.json");
        System.setProperty("linli.identity.key-file", key.toString());
        try {
            assertThatThrownBy(() -> SpringApplication.run(IdentityApplication.class, arguments))
                    .isInstanceOf(OnlyInTheLocalProfile.PublishedSecretsRefused.class);
        } finally {
            System.clearProperty("linli.identity.key-file");
        }
        assertThat(Files.exists(key)).isFalse();
    }
}
