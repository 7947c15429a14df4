package org.linli.partner.document.store;

import org.linli.partner.document.FileStore;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

import java.nio.file.Path;
import java.util.List;

/** Objects of one bucket of an S3-compatible store; the bucket is there already. */
public final class FilesInS3 implements FileStore, AutoCloseable {

    private static final int MOST_AT_ONCE = 1000;

    private final S3AsyncClient client;
    private final String bucket;

    public FilesInS3(S3AsyncClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public Mono<Void> put(String key, byte[] content) {
        return put(key, AsyncRequestBody.fromBytes(content));
    }

    @Override
    public Mono<Void> put(String key, Path file) {
        return put(key, AsyncRequestBody.fromFile(file));
    }

    private Mono<Void> put(String key, AsyncRequestBody body) {
        return Mono.fromFuture(() -> client.putObject(to -> to.bucket(bucket).key(key), body))
                .then();
    }

    @Override
    public Flux<DataBuffer> read(String key) {
        return Mono.fromFuture(() ->
                        client.getObject(from -> from.bucket(bucket).key(key), AsyncResponseTransformer.toPublisher()))
                .flatMapMany(Flux::from)
                .map(DefaultDataBufferFactory.sharedInstance::wrap);
    }

    @Override
    public Mono<Void> removeAll(String folder) {
        return Flux.from(client.listObjectsV2Paginator(
                                list -> list.bucket(bucket).prefix(folder + "/"))
                        .contents())
                .map(S3Object::key)
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .buffer(MOST_AT_ONCE)
                .concatMap(this::remove)
                .then();
    }

    private Mono<Void> remove(List<ObjectIdentifier> objects) {
        return Mono.fromFuture(() -> client.deleteObjects(from -> from.bucket(bucket)
                        .delete(Delete.builder().objects(objects).quiet(true).build())))
                .then();
    }

    @Override
    public void close() {
        client.close();
    }
}
