package org.linli.partner.agreement.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import org.linli.partner.agreement.Version;
import org.linli.partner.agreement.application.KnownAgreement;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Makes the paper that is signed out of the terms. The font is embedded, so that it looks the same everywhere:
 * Noto Sans SC, SIL Open Font License 1.1.
 */
@Component
public class AgreementPdf {

    static final String FONT = "Noto Sans SC";
    private static final String FILE = "/fonts/NotoSansSC-Regular.ttf";
    private static final int REGULAR = 400;

    static {
        // It speaks of every step of laying out, past our log.
        XRLog.setLoggingEnabled(false);
    }

    /** Drawn beside the threads that serve requests: laying out takes a moment. */
    public Mono<byte[]> of(KnownAgreement known, Version version) {
        return Mono.fromCallable(() -> render(AgreementPage.of(known, version)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static byte[] render(String page) throws IOException {
        try (ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(AgreementPdf::font, FONT, REGULAR, FontStyle.NORMAL, true);
            builder.withHtmlContent(page, null);
            builder.toStream(pdf);
            builder.run();
            return TextLayer.mended(pdf.toByteArray());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(AgreementPdf.class.getResourceAsStream(FILE), "the build lacks " + FILE);
    }
}
