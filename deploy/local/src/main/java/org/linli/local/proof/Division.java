package org.linli.local.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A community with its statistical division code.
 *
 * @param code 12 digits
 * @param name as published
 */
public record Division(String code, String name) {

    /** The 26 communities of Huanshi street. */
    public static List<Division> ofHuanshi() {
        return read("huanshi.csv");
    }

    /** The 1,348 communities and villages of Jiangmen city. */
    public static List<Division> ofJiangmen() {
        return read("jiangmen.csv");
    }

    private static List<Division> read(String file) {
        String path = "/org/linli/local/divisions/" + file;
        try (InputStream in = Objects.requireNonNull(Division.class.getResourceAsStream(path), path);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(","))
                    .map(columns -> new Division(columns[0], columns[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name as people say it: without the committee's suffix. */
    public String shortName() {
        return name.replace("居委会", "").replace("村委会", "");
    }
}
