package org.linli.partner.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.partner.PartnerReads.EndingLicence;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.request.QueryParameters;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaff;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Partners 合伙人")
class LicenceController {

    private static final int FARTHEST = 3650;

    private final PartnerReads reads;
    private final RegisterPartner register;

    LicenceController(PartnerReads reads, RegisterPartner register) {
        this.reads = reads;
        this.register = register;
    }

    @GetMapping("/api/partner/ending-licences")
    @AllowedStaff
    @Operation(
            operationId = "listEndingLicences",
            summary = "List licences that expire soon 即将到期的证照",
            description =
                    "Of partners with dealings in your units; those that have run out already included, those without an end 长期 left out.")
    Mono<ResponseEntity<Page<EndingLicence>>> ending(
            Actor actor,
            PageRequest page,
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(required = false) @Nullable String within) {
        QueryParameters.read(query -> query.number("days", days, 0, FARTHEST));
        return reads.ending(register.today().plusDays(days), actor.scope().narrowedTo(within), page)
                .map(found -> page.answer(found));
    }
}
