package org.linli.partner.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.encryption.FieldCipher;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.openapi.RequestExample;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.AllowedStaffAndPartners;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.Scope;
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
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/partners")
@Tag(
        name = "Partners 合伙人",
        description =
                "Who offers services to communities: registered by themselves, seen by staff, suspended by street")
class PartnerController {

    private static final String REGISTRATION = """
            {
              "name": "江门市蓬江区暖心家政服务有限公司",
              "kind": "FIRM",
              "team": true,
              "creditCode": "91350100M000100Y43",
              "phone": "13800138000",
              "bankAccount": "6222021234567890128",
              "licences": [
                {"type": "食品经营许可证", "number": "JY24407030012345", "validUntil": "2038-06-30"},
                {"type": "营业执照", "number": "91350100M000100Y43", "validUntil": null}
              ],
              "members": [{"name": "陈静", "sharePercent": 60}, {"name": "李强", "sharePercent": 40}]
            }
            """;

    private static final String CHANGE = """
            {
              "name": "江门市蓬江区暖心家政服务有限公司",
              "team": false,
              "phone": "0750-3961234",
              "licences": [{"type": "食品经营许可证", "number": "JY24407030012345", "validUntil": "2038-06-30"}]
            }
            """;

    private final RegisterPartner register;
    private final PartnerReads reads;
    private final PartnerRights rights;
    private final Partners partners;
    private final FieldCipher cipher;
    private final CommandEndpoint<StoredPartner, PartnerView> endpoint;

    PartnerController(
            RegisterPartner register,
            PartnerReads reads,
            PartnerRights rights,
            Partners partners,
            FieldCipher cipher,
            CommandEndpoints commands) {
        this.register = register;
        this.reads = reads;
        this.rights = rights;
        this.partners = partners;
        this.cipher = cipher;
        this.endpoint = endpoint(commands);
    }

    /** Of all commands on partners, whoever gives them. */
    static CommandEndpoint<StoredPartner, PartnerView> endpoint(CommandEndpoints commands) {
        return commands.of("The partner", PartnerView.class, PartnerView::of)
                .at("/api/partner/partners", PartnerView::id)
                .versioned(PartnerView::version);
    }

    @PostMapping
    @Creates
    @RequestExample(REGISTRATION)
    @Allowed(Role.PARTNER)
    @Operation(
            operationId = "registerPartner",
            summary = "Register a partner 登记合伙人",
            description =
                    "One a person. All that is wrong is told at once; whether somebody else states the same code or"
                            + " number is told to staff alone. Identity number, telephone and bank account"
                            + " are kept encrypted and shown masked.")
    Mono<ResponseEntity<PartnerView>> register(Actor actor, CommandKey key, @RequestBody PartnerDraft draft) {
        CheckedPartner partner = PartnerRules.registration(draft, register.today());
        return endpoint.create(
                key,
                traceless(draft, partner),
                () -> register.register(partner, actor).flatMap(id -> rights.visible(id, actor)));
    }

    @PutMapping("/{id}")
    @RequestExample(CHANGE)
    @Allowed(Role.PARTNER)
    @Operation(
            operationId = "changePartner",
            summary = "Update a partner 变更登记",
            description = "Name, team, members and licences as they are sent; telephone and bank account where they are"
                    + " sent. Kind, credit code and identity number stay.")
    Mono<ResponseEntity<PartnerView>> change(
            Actor actor, ExpectedVersion expected, @PathVariable UUID id, @RequestBody PartnerDraft draft) {
        return endpoint.replace(() -> rights.owns(id, actor)
                .flatMap(own -> own ? register.change(id, draft, expected) : Mono.error(PartnerRights.notFound()))
                .flatMap(changed -> rights.visible(changed, actor)));
    }

    @GetMapping
    @AllowedStaffAndPartners
    @RequiredScope("profile:read")
    @Operation(
            operationId = "listPartners",
            summary = "List partners 合伙人列表",
            description = "In the order of their registration; a partner sees itself. 'q' looks into names and finds a"
                    + " credit code; 'within' keeps to those with dealings there.")
    Mono<ResponseEntity<Page<PartnerView>>> list(
            Actor actor,
            PageRequest page,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable PartnerKind kind,
            @RequestParam(defaultValue = "false") boolean suspended,
            @RequestParam(defaultValue = "") String q) {
        if (!actor.isStaff()) {
            return own(actor).map(found -> page.answer(found));
        }
        boolean tied = within != null && !within.isEmpty();
        var filter = new PartnerReads.PartnerFilter(Texts.trimmed(q), kind, tied, suspended);
        return reads.page(filter, actor.scope().narrowedTo(within), page)
                .map(found -> page.answer(found, PartnerView::of));
    }

    @GetMapping("/{id}")
    @AllowedStaffAndPartners
    @RequiredScope("profile:read")
    @Operation(
            operationId = "getPartner",
            summary = "Get a partner 合伙人详情",
            description = "Standings of your own streets only; a partner sees its own.")
    Mono<ResponseEntity<PartnerView>> get(Actor actor, @PathVariable UUID id) {
        return rights.visible(id, actor).map(found -> ExpectedVersion.answer(PartnerView.of(found), found.version()));
    }

    private Mono<Page<PartnerView>> own(Actor actor) {
        return partners.ofActor(actor)
                .flatMap(ref -> reads.find(ref.id(), Scope.everywhere()))
                .map(StoredPartner::toItself)
                .map(found -> new Page<>(List.of(PartnerView.of(found)), null))
                .defaultIfEmpty(Page.empty());
    }

    /** What makes the command the same command, without a trace of personal data that could be guessed back. */
    private List<Object> traceless(PartnerDraft draft, CheckedPartner partner) {
        List<String> indexes = java.util.Arrays.stream(PersonalField.values())
                .map(field -> Objects.requireNonNullElse(partner.personal().get(field), ""))
                .map(clear -> cipher.index(clear, "command"))
                .toList();
        return List.of(draft.withoutPersonalData(), indexes);
    }
}
