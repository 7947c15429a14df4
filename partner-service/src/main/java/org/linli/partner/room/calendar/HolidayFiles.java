package org.linli.partner.room.calendar;

import org.linli.partner.room.Holidays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the public holidays, a file a year under {@code holidays/}, each with its source. */
@Configuration(proxyBeanMethods = false)
class HolidayFiles {

    /** @param complete false where the year's notice was not out yet when the file was written */
    record Year(int year, String source, boolean complete, List<Stretch> holidays, List<LocalDate> workingDays) {}

    record Stretch(String name, LocalDate from, LocalDate to) {}

    @Bean
    Holidays holidays(JsonMapper json) throws IOException {
        Map<LocalDate, String> names = new HashMap<>();
        Set<LocalDate> workingDays = new HashSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:holidays/*.json")) {
            try (InputStream in = file.getInputStream()) {
                Year year = json.readValue(in, Year.class);
                year.holidays()
                        .forEach(stretch -> stretch.from()
                                .datesUntil(stretch.to().plusDays(1))
                                .forEach(day -> names.put(day, stretch.name())));
                workingDays.addAll(year.workingDays());
            }
        }
        return new Holidays(names, workingDays);
    }
}
