package org.linli.partner.document;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;

/** Removes what was begun a week ago and never became a document. */
@Component
class ForgetAbandonedUploads {

    private static final Logger log = LoggerFactory.getLogger(ForgetAbandonedUploads.class);
    private static final Duration PATIENCE = Duration.ofDays(7);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Uploads uploads;
    private final FileStore files;
    private final Clock clock;

    ForgetAbandonedUploads(Uploads uploads, FileStore files, Clock clock) {
        this.uploads = uploads;
        this.files = files;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
    void hourly() {
        Long gone = forget().block(LIMIT);
        log.info("{} abandoned uploads were removed", gone);
    }

    Mono<Long> forget() {
        return uploads.abandoned(clock.instant().minus(PATIENCE))
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(upload -> uploads.remove(upload)
                        .flatMap(gone -> files.removeAll(upload.folder()).thenReturn(gone)))
                .filter(gone -> gone)
                .count();
    }
}
