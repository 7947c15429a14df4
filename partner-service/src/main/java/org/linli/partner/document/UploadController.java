package org.linli.partner.document;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.partner.Partners;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.openapi.Creates;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Public;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.util.UUID;

/** Source: tus resumable upload protocol 1.0.0, core with creation, checksum and termination. */
@RestController
@RequestMapping("/api/partner/uploads")
@Tag(name = "Documents 文件", description = "Files of a partner, uploaded in pieces by tus 1.0 and read again")
class UploadController {

    static final long MOST_BYTES = 50L * 1024 * 1024;
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private final Uploads uploads;
    private final Partners partners;
    private final AppendToUpload append;
    private final FinishUpload finish;
    private final FileStore files;
    private final UploadQuota quota;

    UploadController(
            Uploads uploads,
            Partners partners,
            AppendToUpload append,
            FinishUpload finish,
            FileStore files,
            UploadQuota quota) {
        this.uploads = uploads;
        this.partners = partners;
        this.append = append;
        this.finish = finish;
        this.files = files;
        this.quota = quota;
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Public
    @Operation(operationId = "getUploadProtocol", summary = "Get the upload protocol 上传协议")
    ResponseEntity<Void> options() {
        return protocol();
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.OPTIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Public
    @Operation(
            operationId = "getUploadProtocolOfOne",
            summary = "Get the protocol of an upload 上传协议",
            description = "The same for every upload, also for none.")
    ResponseEntity<Void> optionsOfOne(@PathVariable String id) {
        return protocol();
    }

    private static ResponseEntity<Void> protocol() {
        return ResponseEntity.noContent()
                .header("Tus-Version", TusHeaders.VERSION)
                .header("Tus-Max-Size", String.valueOf(MOST_BYTES))
                .header("Tus-Extension", "creation,termination,checksum")
                .header("Tus-Checksum-Algorithm", Checksum.ALGORITHMS)
                .build();
    }

    @PostMapping
    @Creates
    @Allowed(Role.PARTNER)
    @RequiredScope("documents:write")
    @Operation(
            operationId = "createUpload",
            summary = "Create an upload 新建上传",
            description =
                    "Up to 50 MB; PDF, PNG, JPEG, WebP, DOCX or XLSX, under the extension of its kind and with nothing"
                            + " in it that runs. The bytes follow by PATCH to the Location;"
                            + " the last one makes a document of the same id.")
    Mono<ResponseEntity<Void>> create(
            Actor actor,
            @Tus @RequestHeader(name = TusHeaders.RESUMABLE, required = false) @Nullable String version,
            @Parameter(example = "1048576") @RequestHeader(name = LENGTH, required = false) @Nullable String length,
            @Parameter(example = "filename 6JCl5Lia5omn54WnLnBkZg==")
                    @RequestHeader(name = UploadMetadata.HEADER, required = false)
                    @Nullable
                    String metadata) {
        long bytes = number(LENGTH, length);
        if (bytes > MOST_BYTES) {
            throw UploadProblems.tooLarge(MOST_BYTES);
        }
        if (bytes == 0) {
            throw UploadProblems.header(LENGTH, "an empty file says nothing", "1 to " + MOST_BYTES);
        }
        String name = UploadMetadata.name(metadata);
        return partners.acting(actor)
                .flatMap(partner -> uploads.open(partner.own(), name, bytes, actor.subject(), quota))
                .map(id -> ResponseEntity.created(URI.create("/api/partner/uploads/" + id))
                        .build());
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    @Allowed(Role.PARTNER)
    @RequiredScope("documents:write")
    @Operation(operationId = "getUploadProgress", summary = "Get the progress of an upload 上传进度")
    Mono<ResponseEntity<Void>> progress(
            Actor actor,
            @Tus @RequestHeader(name = TusHeaders.RESUMABLE, required = false) @Nullable String version,
            @PathVariable UUID id) {
        return own(id, actor)
                .flatMap(upload -> finished(upload).thenReturn(upload))
                .map(upload -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header(OFFSET, String.valueOf(upload.offset()))
                        .header(LENGTH, String.valueOf(upload.length()))
                        .build());
    }

    @PatchMapping(path = "/{id}", consumes = "application/offset+octet-stream")
    @BodyLimit(bytes = 50 * BodyLimit.MB, seconds = 900)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.PARTNER)
    @RequiredScope("documents:write")
    @Operation(
            operationId = "appendToUpload",
            summary = "Append bytes to an upload 续传",
            description = "From where the upload ends. An interrupted PATCH keeps what has come, unless it had a"
                    + " checksum; HEAD says where to go on.")
    Mono<ResponseEntity<Void>> append(
            Actor actor,
            @Tus @RequestHeader(name = TusHeaders.RESUMABLE, required = false) @Nullable String version,
            @PathVariable UUID id,
            @Parameter(example = "0") @RequestHeader(name = OFFSET, required = false) @Nullable String offset,
            @Parameter(example = "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=")
                    @RequestHeader(name = Checksum.HEADER, required = false)
                    @Nullable
                    String checksum,
            @Parameter(hidden = true) @RequestHeader(name = "Content-Length", required = false) @Nullable Long size,
            @RequestBody Flux<DataBuffer> body) {
        long at = number(OFFSET, offset);
        Checksum expected = checksum == null ? null : Checksum.parse(checksum);
        return own(id, actor)
                .doOnNext(upload -> checkRoom(upload, at, size == null ? 0 : size))
                .flatMap(upload -> append.append(upload, body, expected))
                .flatMap(reached -> own(id, actor).flatMap(this::finished).thenReturn(reached))
                .map(reached -> ResponseEntity.noContent()
                        .header(OFFSET, String.valueOf(reached))
                        .build());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.PARTNER)
    @RequiredScope("documents:write")
    @Operation(
            operationId = "terminateUpload",
            summary = "Terminate an upload 放弃上传",
            description = "Not once it is a document: a proposal may name it.")
    Mono<ResponseEntity<Void>> terminate(
            Actor actor,
            @Tus @RequestHeader(name = TusHeaders.RESUMABLE, required = false) @Nullable String version,
            @PathVariable UUID id) {
        return own(id, actor)
                .flatMap(upload -> uploads.remove(upload)
                        .flatMap(gone ->
                                gone ? files.removeAll(upload.folder()) : Mono.error(UploadProblems.notOpen(upload))))
                .thenReturn(ResponseEntity.noContent().build());
    }

    /** All bytes may have come and the service gone before the document was made: it is made now. */
    private Mono<Void> finished(Upload upload) {
        return upload.state() == Upload.State.OPEN && upload.isWhole() ? finish.finish(upload) : Mono.empty();
    }

    private Mono<Upload> own(UUID id, Actor actor) {
        return partners.ofActor(actor)
                .flatMap(partner -> uploads.find(id, partner.own()))
                .switchIfEmpty(Mono.error(UploadProblems::notFound));
    }

    private static void checkRoom(Upload upload, long at, long size) {
        if (upload.state() != Upload.State.OPEN) {
            throw UploadProblems.notOpen(upload);
        }
        if (at != upload.offset()) {
            throw UploadProblems.offset(at, upload.offset());
        }
        if (at + size > upload.length()) {
            throw UploadProblems.beyondLength(upload);
        }
    }

    private static long number(String header, @Nullable String text) {
        if (text == null || !text.strip().matches("[0-9]{1,15}")) {
            throw UploadProblems.header(header, text == null ? "missing" : "not a number", "a whole number of bytes");
        }
        return Long.parseLong(text.strip());
    }
}
