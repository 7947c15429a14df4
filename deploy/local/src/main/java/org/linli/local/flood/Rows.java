package org.linli.local.flood;

import java.nio.charset.StandardCharsets;

/** Files that the imports take, as many rows as there is room. */
final class Rows {
    private Rows() {}

    static String of(String path, KnownIds ids, int bytes) {
        if (path.endsWith("/entries/import")) {
            return rows(
                    "entry_no,unit_code,period,date,line,project,counterparty_unit,partner,gross,tax,direct_cost,memo",
                    "F-%s-%d,440703006107,2025-03,2025-03-31,CANTEEN,长者饭堂,,康乐餐饮,100.00,1.00,50.00,三月收入",
                    bytes);
        }
        if (path.endsWith("/turnover-reports/import")) {
            String agreement = ids.named("agreementId").orElse("00000000-0000-4000-8000-000000000000");
            return rows("agreement_id,period,turnover,cost,evidence,note", agreement + ",2025-03,100.00,,,%s%d", bytes);
        }
        return "x".repeat(bytes);
    }

    private static String rows(String header, String row, int bytes) {
        StringBuilder file = new StringBuilder(header).append('\n');
        int size = row.getBytes(StandardCharsets.UTF_8).length + 8;
        for (int i = 0; i < bytes / size; i++) {
            file.append(row.formatted(HeaviestRequest.EACH, i)).append('\n');
        }
        return file.toString();
    }
}
