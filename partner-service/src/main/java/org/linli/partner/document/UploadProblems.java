package org.linli.partner.document;

import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What can be wrong with an upload, as its sender is told. */
final class UploadProblems {

    /** Source: tus 1.0, extension checksum. */
    private static final HttpStatusCode CHECKSUM_MISMATCH = HttpStatusCode.valueOf(460);

    private UploadProblems() {}

    static RuntimeException notFound() {
        return Problem.notFound("The upload").exception();
    }

    static RuntimeException tooLarge(long most) {
        return Problem.of("upload-too-large", HttpStatus.CONTENT_TOO_LARGE, "The upload is too large")
                .field("Upload-Length", "more than is taken", "up to " + most + " bytes")
                .exception();
    }

    static RuntimeException beyondLength(Upload upload) {
        return Problem.of("upload-too-large", HttpStatus.CONTENT_TOO_LARGE, "More bytes came than were announced")
                .field("body", "goes beyond Upload-Length", "up to " + (upload.length() - upload.offset()) + " bytes")
                .exception();
    }

    static RuntimeException tooManyOpen(int most) {
        return Problem.conflict("too-many-uploads", "Too many uploads are open")
                .detail("Finish or delete one of your " + most + " open uploads first.")
                .exception();
    }

    static RuntimeException quota(UploadQuota quota) {
        return Problem.conflict("upload-quota", "The partner's room for files is used up")
                .detail("A partner keeps up to " + quota.files() + " files of "
                        + quota.bytes().toMegabytes() + " MB in all, unfinished and refused ones counted · 文件数量或容量已达上限")
                .exception();
    }

    static RuntimeException offset(long given, long current) {
        return Problem.conflict("offset-mismatch", "The upload goes on elsewhere")
                .field("Upload-Offset", given + " is not where it ends", String.valueOf(current))
                .exception();
    }

    static RuntimeException notOpen(Upload upload) {
        return Problem.conflict("upload-closed", "The upload takes no more bytes")
                .detail(
                        upload.state() == Upload.State.DONE
                                ? "It is a document now: GET /api/partner/documents/" + upload.id()
                                : "Its content was refused; make a new upload.")
                .exception();
    }

    static RuntimeException tooManyPieces(int most) {
        return Problem.conflict("too-many-pieces", "The upload came in too many pieces")
                .detail("Start again with larger pieces: at most " + most + " are taken.")
                .exception();
    }

    static RuntimeException checksum() {
        return Problem.of("checksum-mismatch", CHECKSUM_MISMATCH, "The bytes are not what the checksum says")
                .field(Checksum.HEADER, "does not match the body", "nothing was kept: send the piece again")
                .exception();
    }

    static RuntimeException type() {
        return Problem.of("document-type", HttpStatus.UNPROCESSABLE_CONTENT, "The content is no document that is taken")
                .field(
                        "body",
                        "of another kind than its name says, broken, or with what runs in it",
                        DocumentType.EXPECTED + ", without macros and scripts")
                .exception();
    }

    static RuntimeException name(String fault) {
        return Problem.of("document-type", HttpStatus.UNPROCESSABLE_CONTENT, "The name is not that of a document")
                .field(UploadMetadata.HEADER, fault, DocumentType.EXPECTED)
                .exception();
    }

    static RuntimeException header(String name, String reason, String expected) {
        return Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The upload cannot be read")
                .field(name, reason, expected)
                .exception();
    }
}
