package org.linli.platform.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.linli.platform.text.Identifiers;
import org.linli.platform.text.Provinces;
import org.linli.platform.text.Texts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The statistical division code of a unit: 4 (city), 6 (district), 9 (street) or 12 (community) ASCII digits.
 *
 * <p>A code reads from the left, so a prefix names the whole subtree under it: it is at once the hierarchy, the scope
 * of a person's rights and the key that data is partitioned by.
 */
public record UnitCode(@JsonValue String value) implements Comparable<UnitCode> {

    /** What a code must look like, in words for an error message. */
    public static final String EXPECTED = "a division code of 4, 6, 9 or 12 digits";

    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}");

    /** Dongguan, Zhongshan, Danzhou, Jiayuguan: their streets lie in no district. */
    private static final Set<String> WITHOUT_DISTRICTS = Set.of("4419", "4420", "4604", "6202");

    /** @throws IllegalArgumentException unless the value is a code of 4, 6, 9 or 12 digits */
    @JsonCreator
    public UnitCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not " + EXPECTED);
        }
    }

    /** @throws IllegalArgumentException unless the value is a code of 4, 6, 9 or 12 digits */
    public static UnitCode of(String value) {
        return new UnitCode(value);
    }

    /** The code, or nothing where the text is none. */
    public static Optional<UnitCode> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new UnitCode(text)) : Optional.empty();
    }

    /** Why a text is no code, in a few words. */
    public static String fault(@Nullable String text, String what) {
        if (text == null || Texts.isBlank(text)) {
            return "missing";
        }
        return Identifiers.isShortened(text) ? Identifiers.SHORTENED_FAULT : "not " + what;
    }

    /** What would be right instead of a text: the code in ASCII digits without blanks where it can be told. */
    public static String expected(@Nullable String text, String right) {
        return Optional.ofNullable(text)
                .map(Texts::name)
                .filter(name -> !name.equals(text))
                .flatMap(UnitCode::parse)
                .map(meant -> meant + ": " + right)
                .orElse(right);
    }

    public UnitLevel level() {
        return UnitLevel.ofDigits(value.length()).orElseThrow();
    }

    /** Whether this unit lies in the subtree that the prefix names, the unit itself included. */
    public boolean isWithin(String prefix) {
        return value.startsWith(prefix);
    }

    public boolean isCommunity() {
        return level() == UnitLevel.COMMUNITY;
    }

    /** The unit one tier up; nothing above a city. */
    public Optional<UnitCode> parent() {
        return lineage().stream().skip(1).findFirst();
    }

    /** This unit, then its ancestors up to the city. */
    public List<UnitCode> lineage() {
        return Arrays.stream(UnitLevel.values())
                .filter(level -> level.digits() <= value.length())
                .sorted(Comparator.comparingInt(UnitLevel::digits).reversed())
                .map(level -> new UnitCode(value.substring(0, level.digits())))
                .toList();
    }

    /**
     * The unit that is meant by a code filled up with zeros, as statistics are published: {@code 440703006000} is street
     * {@code 440703006}, {@code 440700000000} and {@code 440700} are city {@code 4407}. Nothing where the code is not
     * filled up. In cities without districts a district's code may end in zeros.
     */
    public Optional<UnitCode> filledUp() {
        String own = value;
        while (own.length() >= UnitLevel.STREET.digits() && own.endsWith("000")) {
            own = own.substring(0, own.length() - 3);
        }
        if (own.length() == UnitLevel.DISTRICT.digits()
                && own.endsWith("00")
                && (own.length() < value.length() || !WITHOUT_DISTRICTS.contains(own.substring(0, 4)))) {
            own = own.substring(0, UnitLevel.CITY.digits());
        }
        return own.equals(value) ? Optional.empty() : Optional.of(new UnitCode(own));
    }

    /** The nearest unit above this one whose code is {@link #filledUp}: nothing lies in it. */
    public Optional<UnitCode> filledUpAbove() {
        return lineage().stream()
                .skip(1)
                .filter(above -> above.filledUp().isPresent())
                .findFirst();
    }

    /** Whether it can name anything: there is such a province, and no city 00. */
    public boolean isPossible() {
        return Provinces.contains(value.substring(0, 2)) && !value.startsWith("00", 2);
    }

    @Override
    public int compareTo(UnitCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
