package org.linli.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Held while a part is started, so that two who start it at once, here or in another process, start it once. */
final class StartLock implements AutoCloseable {
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final ReentrantLock here;
    private final FileChannel channel;
    private final FileLock everywhere;

    private StartLock(ReentrantLock here, FileChannel channel, FileLock everywhere) {
        this.here = here;
        this.channel = channel;
        this.everywhere = everywhere;
    }

    /** Waits for it. */
    static StartLock of(Path folder) {
        ReentrantLock here = HERE.computeIfAbsent(folder.toAbsolutePath().normalize(), path -> new ReentrantLock());
        here.lock();
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new StartLock(here, channel, channel.lock());
        } catch (IOException e) {
            here.unlock();
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            everywhere.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            here.unlock();
        }
    }
}
