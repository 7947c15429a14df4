package org.linli.partner.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.linli.platform.text.Texts;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The only way to personal data in clear. Its answers are kept nowhere, hence it takes no idempotency key. */
@RestController
@RequestMapping("/api/partner/partners/{id}/personal-data")
@Tag(name = "Partners 合伙人")
class PersonalDataController {

    private final PersonalReadings readings;
    private final PartnerRights rights;
    private final TransactionalOperator transaction;

    PersonalDataController(PersonalReadings readings, PartnerRights rights, TransactionalOperator transaction) {
        this.readings = readings;
        this.rights = rights;
        this.transaction = transaction;
    }

    @PostMapping("/readings")
    @Allowed({Role.PARTNER, Role.BRANCH_HEAD, Role.HQ})
    @Operation(
            operationId = "readPersonalData",
            summary = "Read one personal data field in clear 查看明文",
            description = "For the partner itself, and for a branch head or HQ where it has dealings. Each reading is"
                    + " written down with its purpose, and the partner sees it.")
    Mono<ResponseEntity<ClearValue>> read(
            Actor actor, @PathVariable UUID id, @Valid @RequestBody ReadingRequest request) {
        PersonalField field = Objects.requireNonNull(request.field());
        String purpose = Texts.trimmed(Objects.requireNonNull(request.purpose()));
        return rights.mayOpen(id, actor)
                .then(Mono.defer(() -> readings.open(id, field, purpose, actor)))
                .as(transaction::transactional)
                .switchIfEmpty(Problem.missing("This field of the partner"))
                .map(clear ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new ClearValue(field, clear)));
    }

    @GetMapping("/readings")
    @Allowed({Role.PARTNER, Role.BRANCH_HEAD, Role.HQ})
    @Operation(operationId = "listPartnerPersonalDataReadings", summary = "List who read personal data 明文查看记录")
    Mono<ReadingList> list(Actor actor, @PathVariable UUID id) {
        return rights.mayOpen(id, actor).then(Mono.defer(() -> readings.of(id))).map(ReadingList::new);
    }

    @Schema(name = "PersonalDataReadingRequest")
    record ReadingRequest(
            @NotNull @Nullable PersonalField field,

            @Schema(example = "签订合作协议，核对身份") @NotBlank @Size(max = 500) @Nullable
            String purpose) {}

    @Schema(name = "PersonalDataClearValue")
    record ClearValue(PersonalField field, String value) {

        /** Clear values must not reach a log. */
        @Override
        public String toString() {
            return "ClearValue[" + field + "]";
        }
    }

    @Schema(name = "PersonalDataReadingList")
    record ReadingList(List<PersonalReadings.Reading> items) {}
}
