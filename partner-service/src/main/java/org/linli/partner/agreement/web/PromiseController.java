package org.linli.partner.agreement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.linli.partner.agreement.Promises;
import org.linli.partner.agreement.SessionYear;
import org.linli.partner.agreement.Version;
import org.linli.partner.agreement.application.Agreements;
import org.linli.partner.agreement.application.PromiseLog;
import org.linli.partner.agreement.application.StoredAgreement;
import org.linli.partner.agreement.application.TrackPromises;
import org.linli.partner.agreement.web.PromiseRequests.PriceCheckRequest;
import org.linli.partner.agreement.web.PromiseRequests.ReviewRequest;
import org.linli.partner.agreement.web.PromiseRequests.SessionRequest;
import org.linli.partner.history.ShanghaiDay;
import org.linli.partner.id.Ids;
import org.linli.partner.partner.Partners;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.AllowedStaffAndPartners;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

@RestController
@RequestMapping("/api/partner/agreements/{id}")
@Tag(name = "Promises 承诺跟踪", description = "Prices checked against the promise, sessions held against those owed")
class PromiseController {

    private final TrackPromises track;
    private final Agreements agreements;
    private final PromiseLog log;
    private final Partners partners;
    private final CommandEndpoint<Promises.Review, Promises.Review> reviewed;
    private final CommandEndpoint<Promises.PriceCheck, Promises.PriceCheck> checked;
    private final CommandEndpoint<Promises.PublicSession, Promises.PublicSession> held;
    private final Clock clock;

    PromiseController(
            TrackPromises track,
            Agreements agreements,
            PromiseLog log,
            Partners partners,
            CommandEndpoints commands,
            Clock clock) {
        this.track = track;
        this.agreements = agreements;
        this.log = log;
        this.partners = partners;
        this.reviewed = commands.of("The agreement", Promises.Review.class);
        this.checked = commands.of("The agreement", Promises.PriceCheck.class);
        this.held = commands.of("The agreement", Promises.PublicSession.class);
        this.clock = clock;
    }

    /** @param broken how many of the checks shown found the promise broken */
    @Schema(name = "Promises")
    record PromisesView(
            List<SessionYear> sessionYears,
            List<Promises.PublicSession> sessions,
            List<Promises.PriceCheck> priceChecks,
            long broken,
            List<Promises.Review> reviews) {}

    @GetMapping("/promises")
    @AllowedStaffAndPartners
    @RequiredScope("agreements:read")
    @Operation(
            operationId = "getAgreementPromises",
            summary = "Get how an agreement is kept 履约情况",
            description =
                    "Sessions owed and held by year of the agreement, the latest price checks, the yearly reviews.")
    Mono<PromisesView> promises(Actor actor, @PathVariable String id) {
        return Mono.justOrEmpty(Ids.parse(id))
                .flatMap(agreement -> partners.visibility(actor)
                        .flatMap(visibility -> agreements
                                .find(agreement, visibility)
                                .flatMap(known -> log.of(agreement, visibility).map(kept -> view(known, kept)))))
                .switchIfEmpty(Mono.error(AgreementProblems::notFound));
    }

    @PostMapping("/reviews")
    @Creates(located = false)
    @Allowed(Role.BRANCH_HEAD)
    @Operation(
            operationId = "reviewAgreement",
            summary = "Record a yearly review 年度评议",
            description = "Once a calendar year.")
    Mono<ResponseEntity<Promises.Review>> review(
            Actor actor, CommandKey key, @PathVariable String id, @RequestBody ReviewRequest request) {
        var read = request.read();
        return run(
                reviewed,
                key,
                request,
                id,
                agreement -> track.review(
                        agreement, read.year(), read.verdict(), read.remarks(), actor.subject(), actor.scope()));
    }

    @PostMapping("/price-checks")
    @Creates(located = false)
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(
            operationId = "recordPriceCheck",
            summary = "Record a price check 价格抽查",
            description = "Judged by the promise in force now.")
    Mono<ResponseEntity<Promises.PriceCheck>> check(
            Actor actor, CommandKey key, @PathVariable String id, @RequestBody PriceCheckRequest request) {
        PromiseRequests.PriceSeen seen = request.read();
        return run(
                checked,
                key,
                request,
                id,
                agreement -> track.check(
                        agreement,
                        seen.item(),
                        seen.price(),
                        seen.market(),
                        seen.on(),
                        actor.subject(),
                        actor.scope()));
    }

    @PostMapping("/public-sessions")
    @Creates(located = false)
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(operationId = "recordPublicSession", summary = "Record a session for the public good 公益课次")
    Mono<ResponseEntity<Promises.PublicSession>> held(
            Actor actor, CommandKey key, @PathVariable String id, @RequestBody SessionRequest request) {
        var read = request.read();
        return run(
                held,
                key,
                request,
                id,
                agreement -> track.held(
                        agreement, read.title(), read.heldOn(), read.attendees(), actor.subject(), actor.scope()));
    }

    private static <T> Mono<ResponseEntity<T>> run(
            CommandEndpoint<T, T> endpoint, CommandKey key, Object body, String id, Function<UUID, Mono<T>> work) {
        return endpoint.create(key, body, () -> Mono.justOrEmpty(Ids.parse(id)).flatMap(work));
    }

    private PromisesView view(StoredAgreement known, Promises kept) {
        LocalDate today = ShanghaiDay.today(clock);
        List<LocalDate> heldOn =
                kept.sessions().stream().map(Promises.PublicSession::heldOn).toList();
        Version standing = known.versions().stream()
                .filter(Version::isSigned)
                .reduce((earlier, later) -> later)
                .orElse(known.latest());
        return new PromisesView(
                SessionYear.of(standing.terms(), heldOn, today),
                kept.sessions(),
                kept.priceChecks(),
                kept.priceChecks().stream().filter(check -> !check.kept()).count(),
                kept.reviews());
    }
}
