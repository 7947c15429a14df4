package org.linli.partner.agreement.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Version;
import org.linli.partner.agreement.application.KnownAgreement;
import org.linli.partner.document.FileStore;
import org.linli.platform.bulkhead.Bulkheads;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Makes the paper that is signed out of the terms, once for each version and what stands under it, and keeps it. The
 * font is embedded, so that it looks the same everywhere: Noto Sans SC, SIL Open Font License 1.1.
 */
@Component
public class AgreementPdf {

    static final String FONT = "Noto Sans SC";
    private static final String FILE = "/fonts/NotoSansSC-Regular.ttf";
    private static final String BULKHEAD = "papers";
    private static final int REGULAR = 400;

    static {
        // It speaks of every step of laying out, past our log.
        XRLog.setLoggingEnabled(false);
    }

    private final FileStore files;
    private final Bulkheads bulkheads;
    private byte @Nullable [] font;

    AgreementPdf(FileStore files, Bulkheads bulkheads) {
        this.files = files;
        this.bulkheads = bulkheads;
    }

    /** As it was kept, else drawn when its turn comes: 503 {@code capacity-reached} where too many wait already. */
    public Mono<byte[]> of(KnownAgreement known, Version version) {
        String page = AgreementPage.of(known, version);
        String key = "papers/" + known.agreement().parties().id() + "/" + version.number() + "-" + sha256(page);
        return kept(key).switchIfEmpty(Mono.defer(() -> bulkheads.run(BULKHEAD, keptOrDrawn(key, page))));
    }

    /** Looked for again: it may have been drawn while this one waited. */
    private Mono<byte[]> keptOrDrawn(String key, String page) {
        return kept(key)
                .switchIfEmpty(Mono.fromCallable(() -> render(page)).delayUntil(drawn -> files.put(key, drawn)));
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
    private synchronized byte[] render(String page) throws IOException {
        byte[] file = font();
        try (ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(() -> new ByteArrayInputStream(file), FONT, REGULAR, FontStyle.NORMAL, true);
            builder.withHtmlContent(page, null);
            builder.toStream(pdf);
            builder.run();
            return TextLayer.mended(pdf.toByteArray());
        }
    }

    /** Loaded once. */
    private byte[] font() throws IOException {
        byte[] loaded = font;
        if (loaded == null) {
            try (InputStream file =
                    Objects.requireNonNull(AgreementPdf.class.getResourceAsStream(FILE), "the build lacks " + FILE)) {
                loaded = file.readAllBytes();
            }
            font = loaded;
        }
        return loaded;
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
