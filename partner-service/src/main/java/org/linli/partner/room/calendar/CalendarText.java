package org.linli.partner.room.calendar;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes bookings as an iCalendar object.
 *
 * <p>Source: RFC 5545. Times are in UTC; the time zone stands there for people, and because a calendar without bookings
 * must have one component. Of a text that was kept before control characters were refused, nothing gets out that a
 * calendar may not hold (3.1) or that would begin a line of its own. Lines are folded by octets, which the library counts
 * as characters.
 */
public final class CalendarText {

    /** Octets of a line without its end. */
    private static final int LINE = 75;

    private CalendarText() {}

    public static String of(String name, List<CalendarEntry> entries) {
        var properties = List.of(
                new ProdId("-//Linli//Rooms//ZH"),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN,
                new XProperty("X-WR-CALNAME", oneLine(name)));
        var components = new ArrayList<net.fortuna.ical4j.model.component.CalendarComponent>();
        components.add(shanghai());
        entries.forEach(entry -> components.add(event(entry)));
        Calendar calendar = new Calendar(new PropertyList(properties), new ComponentList<>(components));
        try (StringWriter text = new StringWriter()) {
            new CalendarOutputter(true).output(calendar, text);
            return folded(text.toString().replaceAll("\r\n[ \t]", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VEvent event(CalendarEntry entry) {
        return new VEvent(new PropertyList(List.of(
                new Uid(entry.id() + "@linli.org"),
                new DtStamp(entry.changedAt()),
                new DtStart<>(entry.time().from()),
                new DtEnd<>(entry.time().to()),
                new Summary(plain(entry.summary())),
                new Location(plain(entry.location())),
                new Sequence(Math.toIntExact(entry.changes())),
                new Status(entry.cancelled() ? "CANCELLED" : "CONFIRMED"))));
    }

    /** Without control characters; only lines stay apart. */
    static String plain(String text) {
        return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\n]]", "");
    }

    private static String oneLine(String text) {
        return plain(text).replace('\n', ' ');
    }

    /** Every line in pieces of at most {@value #LINE} octets, none of which begins inside a character. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / 20);
        int octets = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            int size = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            boolean end = character == '\r' || character == '\n';
            if (!end && octets + size > LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets = end ? 0 : octets + size;
            at += Character.charCount(character);
        }
        return folded.toString();
    }

    private static VTimeZone shanghai() {
        ZoneOffset offset = ZoneOffset.ofHours(8);
        var standard = new Standard(new PropertyList(List.of(
                new DtStart<>(LocalDateTime.of(1992, 1, 1, 0, 0)), new TzOffsetFrom(offset), new TzOffsetTo(offset))));
        return new VTimeZone(
                new PropertyList(List.of(new TzId("Asia/Shanghai"))), new ComponentList<>(List.of(standard)));
    }
}
