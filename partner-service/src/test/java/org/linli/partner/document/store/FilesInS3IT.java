package org.linli.partner.document.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.linli.partner.document.FileStore;
import org.linli.processes.Lifetime;
import org.linli.processes.ManagedProcess;
import org.linli.processes.Ports;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Against an S3 server (Adobe S3Mock) that runs as a process of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesInS3IT extends FileStoreContract {

    private static final String BUCKET = "linli-partner";

    private ManagedProcess server;
    private FilesInS3 store;

    @BeforeAll
    void start(@TempDir Path home) {
        int port = Ports.free();
        server = ManagedProcess.start(new ManagedProcess.Launch(
                "S3",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx192m",
                        "-jar",
                        jar(),
                        "--server.port=0",
                        "--http.port=" + port,
                        "--com.adobe.testing.s3mock.store.root=" + home.resolve("root")),
                Map.of("COM_ADOBE_TESTING_S3MOCK_STORE_INITIAL_BUCKETS", BUCKET),
                home,
                port,
                home.resolve("s3.pid"),
                home.resolve("s3.log"),
                Lifetime.TIED));
        server.awaitReady(() -> answers(port), Duration.ofSeconds(90));
        var settings = new FileSettings.S3(
                URI.create("http://127.0.0.1:" + port), "us-east-1", BUCKET, "linli", "linli", true);
        store = new FilesInS3(FileStoreConfiguration.client(settings), BUCKET);
    }

    @AfterAll
    void stop() {
        if (store != null) {
            store.close();
        }
        server.kill();
    }

    @Override
    FileStore store() {
        return store;
    }

    private static String jar() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("s3mock"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean answers(int port) {
        try {
            var bucket = URI.create("http://127.0.0.1:" + port + "/" + BUCKET + "?list-type=2")
                    .toURL();
            return ((HttpURLConnection) bucket.openConnection()).getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
