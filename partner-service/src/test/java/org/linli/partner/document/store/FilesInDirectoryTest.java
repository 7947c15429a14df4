package org.linli.partner.document.store;

import org.junit.jupiter.api.Test;
import org.linli.partner.document.FileStore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FilesInDirectoryTest extends FileStoreContract {

    @Override
    FileStore store() {
        return new FilesInDirectory(directory.resolve("files"));
    }

    @Test
    void no_key_leads_out_of_the_directory() {
        for (String key : new String[] {"../x", "/etc/passwd", "a/../b", "a//b", "A", ""}) {
            assertThatThrownBy(() -> store().read(key)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
