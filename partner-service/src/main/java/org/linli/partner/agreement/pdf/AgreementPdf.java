package org.linli.partner.agreement.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import org.linli.partner.agreement.Version;
import org.linli.partner.agreement.application.StoredAgreement;
import org.linli.partner.document.FileStore;
import org.linli.platform.bulkhead.Bulkheads;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Makes the paper that is signed out of the terms, once for each version and what stands under it, and keeps it. The
 * font is embedded, so that it looks the same everywhere.
 */
@Component
public class AgreementPdf {

    private static final String BULKHEAD = "papers";
    private static final int REGULAR = 400;

    static {
        // It speaks of every step of laying out, past our log.
        XRLog.setLoggingEnabled(false);
    }

    private final FileStore files;
    private final Bulkheads bulkheads;
    /** Loaded once. */
    private final Mono<PaperFont> font = Mono.fromCallable(PaperFont::load)
            .subscribeOn(Schedulers.boundedElastic())
            .cache();

    AgreementPdf(FileStore files, Bulkheads bulkheads) {
        this.files = files;
        this.bulkheads = bulkheads;
    }

    /** As it was kept, else drawn when its turn comes: 503 {@code capacity-reached} where too many wait already. */
    public Mono<byte[]> of(StoredAgreement known, Version version) {
        String page = AgreementPage.of(known, version);
        String place = "papers/" + known.agreement().parties().id() + "/" + version.number() + "-";
        return font.flatMap(face -> of(place, face.written(page), face));
    }

    private Mono<byte[]> of(String place, String page, PaperFont face) {
        String key = place + sha256(page);
        return kept(key).switchIfEmpty(Mono.defer(() -> bulkheads.run(BULKHEAD, keptOrDrawn(key, page, face))));
    }

    /** Looked for again: it may have been drawn while this one waited. */
    private Mono<byte[]> keptOrDrawn(String key, String page, PaperFont face) {
        return kept(key)
                .switchIfEmpty(Mono.fromCallable(() -> render(page, face)).delayUntil(drawn -> files.put(key, drawn)));
    }

    private Mono<byte[]> kept(String key) {
        return DataBufferUtils.join(files.read(key))
                .map(AgreementPdf::bytes)
                .onErrorComplete(failure -> failure instanceof IOException || failure instanceof UncheckedIOException);
    }

    private static byte[] bytes(DataBuffer whole) {
        byte[] bytes = new byte[whole.readableByteCount()];
        whole.read(bytes);
        DataBufferUtils.release(whole);
        return bytes;
    }

    /** One at a time, for laying out takes many times the font's size. */
    private synchronized byte[] render(String page, PaperFont face) throws IOException {
        try (ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(face::open, PaperFont.NAME, REGULAR, FontStyle.NORMAL, true);
            builder.withHtmlContent(page, null);
            builder.toStream(pdf);
            builder.run();
            return TextLayer.mended(pdf.toByteArray());
        }
    }

    private static String sha256(String page) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(page.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
