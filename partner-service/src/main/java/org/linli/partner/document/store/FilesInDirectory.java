package org.linli.partner.document.store;

import org.linli.partner.document.FileStore;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;

/** Files under a directory of this machine, each written aside, forced to the disk and moved into its place. */
public final class FilesInDirectory implements FileStore {

    private static final Pattern KEY = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");
    private static final int BUFFER = 64 * 1024;

    private final Path root;

    public FilesInDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Mono<Void> put(String key, byte[] content) {
        return blocking(() -> {
            Path aside = aside();
            try (FileChannel file = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            moveTo(key, aside);
        });
    }

    @Override
    public Mono<Void> put(String key, Path source) {
        return blocking(() -> {
            Path aside = aside();
            Files.copy(source, aside);
            try (FileChannel file = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            moveTo(key, aside);
        });
    }

    @Override
    public Flux<DataBuffer> read(String key) {
        return DataBufferUtils.read(path(key), DefaultDataBufferFactory.sharedInstance, BUFFER);
    }

    @Override
    public Mono<Void> removeAll(String folder) {
        return blocking(() -> FileSystemUtils.deleteRecursively(path(folder)));
    }

    private Path aside() throws IOException {
        Path folder = Files.createDirectories(root.resolve("aside"));
        return folder.resolve(UUID.randomUUID().toString());
    }

    private void moveTo(String key, Path aside) throws IOException {
        Path target = path(key);
        Files.createDirectories(target.getParent());
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path path(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key of a file: " + key);
        }
        return root.resolve(key);
    }

    private static Mono<Void> blocking(IoAction action) {
        return Mono.<Void>fromCallable(() -> {
                    action.run();
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private interface IoAction {
        void run() throws IOException;
    }
}
