package org.linli.partner.agreement.pdf;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.AgreementFixtures;
import org.linli.partner.agreement.Version;
import org.linli.partner.agreement.application.StoredAgreement;
import org.linli.partner.document.store.FilesInDirectory;
import org.linli.platform.bulkhead.BulkheadProperties;
import org.linli.platform.bulkhead.Bulkheads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The paper says what the terms say, in Chinese that can be read back. */
class AgreementPdfTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Bulkheads bulkheads =
            new Bulkheads(new BulkheadProperties(1, 1, Map.of()), new SimpleMeterRegistry());

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        bulkheads.destroy();
    }

    private static StoredAgreement known(Agreement.Signed agreement, String title, String partner) {
        return new StoredAgreement(
                agreement,
                List.of(agreement.inForce()),
                title,
                partner,
                "石冲社区",
                null,
                "clerk107",
                AgreementFixtures.NOW,
                3,
                1);
    }

    @Test
    void names_the_partner_the_share_and_every_price_in_an_embedded_font() throws IOException {
        var agreement = AgreementFixtures.inForce();
        var known = known(agreement, "颈肩调理进社区", "杏林堂诊所");
        AgreementPdf papers = new AgreementPdf(new FilesInDirectory(folder), bulkheads);
        byte[] pdf = papers.of(known, agreement.inForce()).block(LIMIT);
        assertThat(papers.of(known, agreement.inForce()).block(LIMIT))
                .as("kept, not drawn again")
                .isEqualTo(pdf);
        try (Stream<Path> kept = Files.walk(folder.resolve("papers"))) {
            assertThat(kept.filter(Files::isRegularFile)).hasSize(1);
        }
        assertThat(pdf).isNotNull().hasSizeLessThan(500_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("社区合伙人合作协议", "杏林堂诊所", "石冲社区 440703006107", "15% × 营业额", "2000.00", "颈肩调理进社区")
                    .contains("推拿 <60 分钟> & 拔罐", "60.00", "120.00", "50%", "head107");
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as(name.getName())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void who_renames_itself_changes_no_paper_that_is_signed() throws IOException {
        var agreement = AgreementFixtures.inForce();
        var version = agreement.inForce();
        String signed = AgreementPage.of(known(agreement, "调理", "杏林堂诊所"), version);
        assertThat(AgreementPage.of(known(agreement, "调理", "别的名字"), version)).isEqualTo(signed);
        assertThat(signed).contains("杏林堂诊所");
        Version draft = Version.first(version.terms());
        assertThat(AgreementPage.of(known(agreement, "调理", "别的名字"), draft)).contains("别的名字");
    }

    @Test
    void what_the_font_lacks_is_written_by_its_number() throws IOException {
        PaperFont font = PaperFont.load();
        assertThat(font.written("陈静 café – “x”〔人〕\r\n\t")).isEqualTo("陈静 café – “x”〔人〕\r\n\t");
        assertThat(font.written("陈𠮷𫰡𬎆 😀 ئ ༄"))
                .isEqualTo("陈〔U+20BB7〕〔U+2BC21〕〔U+2C386〕 〔U+1F600〕 〔U+0626〕 〔U+0F04〕");
        var agreement = AgreementFixtures.inForce();
        byte[] pdf = new AgreementPdf(new FilesInDirectory(folder), bulkheads)
                .of(known(agreement, "𠮷😀课", "杏林堂诊所"), agreement.inForce())
                .block(LIMIT);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\s", ""))
                    .contains("〔U+20BB7〕〔U+1F600〕课")
                    .doesNotContain("#");
        }
    }

    @Test
    void what_people_wrote_never_becomes_markup() {
        assertThat(AgreementPage.escaped("<b>\u0001&\"'")).isEqualTo("&lt;b&gt; &amp;&quot;&#39;");
    }
}
