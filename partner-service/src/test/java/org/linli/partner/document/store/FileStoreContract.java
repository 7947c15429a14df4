package org.linli.partner.document.store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.partner.document.FileStore;
import org.springframework.core.io.buffer.DataBufferUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every store must do. */
abstract class FileStoreContract {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    abstract FileStore store();

    @Test
    void gives_back_what_was_put_small_large_and_from_a_file() throws IOException {
        for (int size : new int[] {1, 70_000, 3_000_000}) {
            byte[] bytes = new byte[size];
            new SplittableRandom(size).nextBytes(bytes);
            store().put("uploads/a" + size + "/1", bytes).block(LIMIT);
            assertThat(read("uploads/a" + size + "/1")).isEqualTo(bytes);
            Path file = Files.write(directory.resolve("source"), bytes);
            store().put("documents/b" + size + "/content", file).block(LIMIT);
            assertThat(read("documents/b" + size + "/content")).isEqualTo(bytes);
        }
    }

    @Test
    void puts_the_new_in_place_of_the_old() {
        store().put("uploads/c/1", new byte[] {1, 2, 3}).block(LIMIT);
        store().put("uploads/c/1", new byte[] {4}).block(LIMIT);
        assertThat(read("uploads/c/1")).containsExactly(4);
    }

    @Test
    void removes_a_folder_and_nothing_beside_it() {
        store().put("uploads/d/1", new byte[] {1}).block(LIMIT);
        store().put("uploads/d/2", new byte[] {2}).block(LIMIT);
        store().put("uploads/d2/1", new byte[] {3}).block(LIMIT);
        store().removeAll("uploads/d").block(LIMIT);
        store().removeAll("uploads/never").block(LIMIT);
        assertThatThrownBy(() -> read("uploads/d/1")).isNotNull();
        assertThatThrownBy(() -> read("uploads/d/2")).isNotNull();
        assertThat(read("uploads/d2/1")).containsExactly(3);
    }

    private byte[] read(String key) {
        return DataBufferUtils.join(store().read(key))
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .block(LIMIT);
    }
}
