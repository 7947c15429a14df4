package org.linli.local.run;

import org.linli.local.run.Figures.Amounts;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run gives back.
 *
 * @param figures read back through the gateway after everything was consolidated
 * @param rows what became of the rows
 * @param seconds how long it took
 */
public record RunReport(Figures figures, Rows rows, Seconds seconds) {
    /**
     * @param submit from the start to the last acceptance
     * @param consolidated from the last acceptance until consolidation and fund had taken in all
     * @param total from the start until all figures were read back
     */
    public record Seconds(double submit, double consolidated, double total) {}

    /** Writes it as {@code OUT.json}. */
    public void writeTo(Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                JsonGenerator json =
                        new JsonFactory().createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            writeScopes(json);
            writeObligations(json);
            writeLedger(json);
            writeRows(json);
            writeSeconds(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new FileFailure(file + " cannot be written: " + e.getMessage());
        }
    }

    private void writeScopes(JsonGenerator json) {
        json.writeObjectPropertyStart("scopes");
        figures.scopes().forEach((scope, periods) -> {
            json.writeObjectPropertyStart(scope);
            periods.forEach((period, lines) -> {
                json.writeObjectPropertyStart(period);
                writeAmounts(json, figures.total(scope, period));
                json.writeObjectPropertyStart("by_line");
                lines.forEach((line, amounts) -> {
                    json.writeObjectPropertyStart(line);
                    writeAmounts(json, amounts);
                    json.writeEndObject();
                });
                json.writeEndObject();
                json.writeEndObject();
            });
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void writeAmounts(JsonGenerator json, Amounts amounts) {
        writeYuan(json, "gross", amounts.gross());
        writeYuan(json, "eliminated", amounts.eliminated());
        writeYuan(json, "external", amounts.external());
    }

    private void writeObligations(JsonGenerator json) {
        json.writeObjectPropertyStart("obligations");
        figures.obligations().forEach((branch, periods) -> {
            json.writeObjectPropertyStart(branch);
            periods.forEach((period, obligation) -> {
                json.writeObjectPropertyStart(period);
                writeYuan(json, "base", obligation.base());
                json.writeStringProperty("rate", obligation.rate().setScale(4).toPlainString());
                writeYuan(json, "owed", obligation.owed());
                json.writeEndObject();
            });
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private void writeLedger(JsonGenerator json) {
        json.writeObjectPropertyStart("ledger");
        writeYuan(json, "debits", figures.ledger().debits());
        writeYuan(json, "credits", figures.ledger().credits());
        json.writeNumberProperty("entries", figures.ledger().entries());
        json.writeEndObject();
    }

    private void writeRows(JsonGenerator json) {
        json.writeObjectPropertyStart("rows");
        json.writeNumberProperty("accepted", rows.accepted());
        json.writeNumberProperty("unchanged", rows.unchanged());
        json.writeArrayPropertyStart("refused");
        Stream.of(rows.refusedUnits(), rows.refusedEntries())
                .flatMap(List::stream)
                .forEach(row -> {
                    json.writeStartObject();
                    json.writeNumberProperty("line", row.line());
                    json.writeStringProperty("column", row.column());
                    json.writeStringProperty("reason", row.reason());
                    json.writeEndObject();
                });
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeSeconds(JsonGenerator json) {
        json.writeObjectPropertyStart("seconds");
        writeMillis(json, "submit", seconds.submit());
        writeMillis(json, "consolidated", seconds.consolidated());
        writeMillis(json, "total", seconds.total());
        json.writeEndObject();
    }

    private static void writeMillis(JsonGenerator json, String name, double value) {
        json.writeNumberProperty(name, BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP));
    }

    private static void writeYuan(JsonGenerator json, String name, BigDecimal amount) {
        json.writeStringProperty(name, amount.setScale(2).toPlainString());
    }
}
