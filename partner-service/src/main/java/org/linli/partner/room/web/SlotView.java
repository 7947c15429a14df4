package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.partner.history.ShanghaiDay;
import org.linli.partner.room.TimeSpan;

import java.time.OffsetDateTime;
import java.util.List;

/** A time in Shanghai, as people and programs read it. */
@Schema(name = "Slot")
record SlotView(OffsetDateTime from, OffsetDateTime to) {

    static SlotView of(TimeSpan time) {
        return new SlotView(
                time.from().atZone(ShanghaiDay.ZONE).toOffsetDateTime(),
                time.to().atZone(ShanghaiDay.ZONE).toOffsetDateTime());
    }

    static List<SlotView> of(List<TimeSpan> times) {
        return times.stream().map(SlotView::of).toList();
    }
}
