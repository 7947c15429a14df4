package org.linli.company.unit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.bulkhead.HeavyWork;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.AllowedStaff;
import org.linli.platform.security.Role;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.UnitCode;
import org.linli.platform.unit.UnitLevel;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

@RestController
@RequestMapping("/api/company/units")
@Tag(name = "Units 单位", description = "Every tier by its division code; a code's prefix names its subtree")
class UnitController {

    private static final int MOST = 1000;

    private final Units units;
    private final RegisterUnits registerUnits;
    private final CommandEndpoint<Unit, UnitView> endpoint;
    private final CommandEndpoint<BatchView, BatchView> batches;

    UnitController(Units units, RegisterUnits registerUnits, CommandEndpoints commands) {
        this.units = units;
        this.registerUnits = registerUnits;
        this.endpoint = commands.of("The unit", UnitView.class, UnitView::of);
        this.batches = commands.of("The batch", BatchView.class);
    }

    @PutMapping("/{code}")
    @Creates(located = false, otherwise = "It was there already")
    @Allowed({Role.HQ, Role.CITY})
    @Operation(
            operationId = "putUnit",
            summary = "Register or update a unit 登记单位",
            description = "The same again changes nothing. Tiers above it that are not registered yet are made.")
    Mono<ResponseEntity<UnitView>> put(Actor actor, @PathVariable String code, @RequestBody UnitDraft draft) {
        UnitCode unit = actor.covered(code);
        if (draft.code() != null && !draft.code().equals(code)) {
            throw Problem.invalid("The unit is not valid")
                    .field("code", "differs from the address", code)
                    .exception();
        }
        return endpoint.inTransaction(() -> registerUnits
                .register(List.of(draft.withCode(code)), actor.scope())
                .map(rows -> refuseMistakes(rows.getFirst()))
                .flatMap(row -> units.find(unit, actor.scope())
                        .map(found -> row.outcome() == RegisterUnits.Outcome.CREATED
                                ? endpoint.created(found)
                                : endpoint.ok(found))));
    }

    @PostMapping("/batch")
    @BodyLimit(bytes = BodyLimit.MB)
    @HeavyWork("batches")
    @Allowed({Role.HQ, Role.CITY})
    @Operation(
            operationId = "batchUnits",
            summary = "Register up to 1000 units 批量登记单位",
            description = "Answered row by row; refused rows change nothing and hold up no other row.")
    Mono<ResponseEntity<BatchView>> batch(Actor actor, CommandKey key, @RequestBody BatchRequest request) {
        List<UnitDraft> drafts = request.checked();
        return batches.change(
                key,
                request,
                () -> registerUnits.register(drafts, actor.scope()).map(BatchView::of));
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "listUnits",
            summary = "List units 单位列表",
            description = "In the order of their codes, within your own units.")
    Mono<ResponseEntity<Page<UnitView>>> list(
            Actor actor,
            PageRequest page,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable UnitLevel level,
            @RequestParam(required = false) @Nullable UnitClass unitClass,
            @RequestParam(defaultValue = "") String q) {
        return units.list(
                        new UnitFilter(level, unitClass, Texts.name(q)),
                        actor.scope().narrowedTo(within),
                        page)
                .map(found -> page.answer(found, UnitView::of));
    }

    @GetMapping("/{code}")
    @AllowedStaff
    @Operation(operationId = "getUnit", summary = "Get a unit 单位详情")
    Mono<UnitView> get(Actor actor, @PathVariable String code) {
        return Mono.justOrEmpty(UnitCode.parse(code))
                .flatMap(unit -> units.find(unit, actor.scope()))
                .map(UnitView::of)
                .switchIfEmpty(Problem.missing("The unit"));
    }

    private static RegisterUnits.Row refuseMistakes(RegisterUnits.Row row) {
        if (row.outcome() == RegisterUnits.Outcome.REFUSED) {
            throw Problem.invalid("The unit is not valid").fields(row.errors()).exception();
        }
        return row;
    }

    @Schema(name = "Unit")
    record UnitView(
            UnitCode code,
            String name,
            UnitLevel level,
            @Nullable UnitClass unitClass,
            @Nullable String creditCode) {
        static UnitView of(Unit unit) {
            return new UnitView(unit.code(), unit.name(), unit.code().level(), unit.unitClass(), unit.creditCode());
        }
    }

    @Schema(name = "UnitBatchRequest")
    record BatchRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<@Nullable UnitDraft> units) {
        List<UnitDraft> checked() {
            if (units == null || units.isEmpty() || units.size() > MOST || units.contains(null)) {
                throw Problem.invalid("The batch is not valid")
                        .field("units", "missing, too many or with gaps", "1 to " + MOST + " units")
                        .exception();
            }
            return units.stream().map(Objects::requireNonNull).toList();
        }
    }

    @Schema(name = "UnitRow")
    record RowView(int index, String code, RegisterUnits.Outcome outcome, List<FieldError> errors) {}

    @Schema(name = "UnitBatch")
    record BatchView(long created, long changed, long unchanged, long refused, List<RowView> rows) {
        static BatchView of(List<RegisterUnits.Row> rows) {
            return new BatchView(
                    count(rows, RegisterUnits.Outcome.CREATED),
                    count(rows, RegisterUnits.Outcome.CHANGED),
                    count(rows, RegisterUnits.Outcome.UNCHANGED),
                    count(rows, RegisterUnits.Outcome.REFUSED),
                    IntStream.range(0, rows.size())
                            .mapToObj(i -> new RowView(
                                    i,
                                    rows.get(i).code(),
                                    rows.get(i).outcome(),
                                    rows.get(i).errors()))
                            .toList());
        }

        private static long count(List<RegisterUnits.Row> rows, RegisterUnits.Outcome outcome) {
            return rows.stream().filter(row -> row.outcome() == outcome).count();
        }
    }
}
