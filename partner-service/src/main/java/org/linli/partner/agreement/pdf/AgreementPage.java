package org.linli.partner.agreement.pdf;

import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Parties;
import org.linli.partner.agreement.PartyNames;
import org.linli.partner.agreement.PriceItem;
import org.linli.partner.agreement.PricePromise;
import org.linli.partner.agreement.ShareBase;
import org.linli.partner.agreement.Signature;
import org.linli.partner.agreement.Terms;
import org.linli.partner.agreement.Version;
import org.linli.partner.agreement.application.StoredAgreement;
import org.linli.partner.history.ShanghaiDay;
import org.linli.platform.money.Yuan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** The agreement as a page of XHTML; everything that people wrote is escaped. */
final class AgreementPage {

    private AgreementPage() {}

    static String of(StoredAgreement known, Version version) {
        Parties parties = known.agreement().parties();
        return """
                <html><head><title>%s</title><style>
                @page { size: A4; margin: 22mm 20mm; @bottom-center { font-family: '%s'; font-size: 8pt;
                  content: '%s · v%d · ' counter(page) ' / ' counter(pages); } }
                body { font-family: '%s'; font-size: 10.5pt; line-height: 1.5; }
                h1 { font-size: 18pt; text-align: center; font-weight: normal; margin: 0 0 6mm; }
                h2 { font-size: 12pt; font-weight: normal; margin: 6mm 0 2mm; }
                table { width: 100%%; border-collapse: collapse; } td, th { border: 0.5pt solid #888;
                  padding: 1.5mm 2mm; text-align: left; font-weight: normal; vertical-align: top; }
                th { width: 38%%; background: #f3f3f3; } .sign { page-break-inside: avoid; } .sign td { height: 28mm; width: 50%%; }
                </style></head><body>
                <h1>社区合伙人合作协议</h1>
                <table>%s</table>
                <h2>条款 Terms</h2><table>%s</table>
                %s
                <h2>签署 Signatures</h2>
                <p>双方签署后生效;变更以新版本经双方签署后为准。In force when both have signed; amended by a later version
                that both sign.</p>
                <table class="sign"><tr><td>社区分公司 Branch<br/>%s</td><td>合伙人 Partner<br/>%s</td></tr></table>
                </body></html>
                """.formatted(
                        escaped(known.title()),
                        PaperFont.NAME,
                        parties.id(),
                        version.number(),
                        PaperFont.NAME,
                        parties(known, known.names(version)),
                        terms(version.terms()),
                        prices(version.terms().promise()),
                        signature(version.branch()),
                        signature(version.partner()));
    }

    private static String parties(StoredAgreement known, PartyNames names) {
        Parties parties = known.agreement().parties();
        String unit = names.branch() == null ? "" : names.branch() + " ";
        return row("甲方(社区分公司) Branch", unit + parties.unit())
                + row("乙方(合伙人) Partner", names.partner())
                + row("项目 Subject", known.title())
                + row("协议编号 Number", parties.id().toString())
                + (parties.predecessor() == null
                        ? ""
                        : row("续签自 Renews", parties.predecessor().toString()));
    }

    private static String terms(Terms terms) {
        return row("期限 From – to", terms.startsOn() + " – " + terms.endsOn())
                + row("返还比例 Return share", percent(terms.shareRate()) + " " + base(terms.shareBase()))
                + row("含税率 Tax contained", percent(terms.taxRate()))
                + row("入账条线 / 项目 Booked on", terms.line() + (terms.project() == null ? "" : " / " + terms.project()))
                + row("申报日 Turnover reported by", "次月 " + terms.reportDueDay() + " 日 of the month after")
                + row("场地 Room", shown(terms.room()))
                + row("时段 Hours", shown(terms.hours()))
                + row("公益课次(每年) Public-benefit sessions a year", String.valueOf(terms.sessionsPerYear()))
                + row("押金(元) Deposit, yuan", Yuan.format(terms.deposit()));
    }

    private static String base(ShareBase base) {
        return switch (base) {
            case TURNOVER -> "× 营业额 of turnover";
            case PROFIT -> "× 利润 of profit (营业额减直接成本 turnover less direct cost)";
        };
    }

    private static String prices(@Nullable PricePromise promise) {
        if (promise == null) {
            return "";
        }
        return "<h2>价格承诺 Price promise</h2><p>不高于市场价的 %s%%。At most %s%% of the market price.</p>"
                        .formatted(plain(promise.percent()), plain(promise.percent()))
                + promise.list().stream()
                        .map(AgreementPage::price)
                        .collect(Collectors.joining(
                                "",
                                "<table><tr><th>项目 Item</th><td>居民价 Price</td><td>市场价 Market</td></tr>",
                                "</table>"));
    }

    private static String price(PriceItem item) {
        return "<tr><th>" + escaped(item.item()) + "</th><td>" + Yuan.format(item.price()) + "</td><td>"
                + Yuan.format(item.market()) + "</td></tr>";
    }

    private static String signature(@Nullable Signature signature) {
        return signature == null
                ? ""
                : escaped(signature.by()) + "<br/>" + LocalDate.ofInstant(signature.at(), ShanghaiDay.ZONE);
    }

    private static String row(String name, String value) {
        return "<tr><th>" + name + "</th><td>" + escaped(value) + "</td></tr>";
    }

    private static String shown(@Nullable String text) {
        return text == null ? "–" : text;
    }

    private static String percent(BigDecimal rate) {
        return plain(rate.movePointRight(2)) + "%";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** For XML; control characters, which it cannot hold, become blanks. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(Character.isISOControl(c) || c == 0xFFFE || c == 0xFFFF ? ' ' : c);
            }
        });
        return safe.toString();
    }
}
