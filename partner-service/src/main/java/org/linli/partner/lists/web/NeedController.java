package org.linli.partner.lists.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.linli.partner.lists.Item;
import org.linli.partner.lists.ItemList;
import org.linli.partner.lists.ItemState;
import org.linli.platform.bulkhead.HeavyWork;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.AllowedStaff;
import org.linli.platform.security.Role;
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

@RestController
@RequestMapping("/api/partner/needs")
@Tag(name = "Needs 需求清单", description = "What residents need, read from surveys or heard")
class NeedController {

    private final ListEndpoint desk;
    private final ListEndpoint.ListDefinition<NeedView> shelf;

    NeedController(ListEndpoint desk, CommandEndpoints commands) {
        this.desk = desk;
        this.shelf = new ListEndpoint.ListDefinition<>(
                ItemList.NEEDS,
                NeedView::of,
                commands.of("The need", NeedView.class, (Item item) -> NeedView.of(item, List.of()))
                        .at("/api/partner/needs", NeedView::id)
                        .versioned(NeedView::version));
    }

    @PostMapping
    @HeavyWork("texts")
    @Creates
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ})
    @Operation(
            operationId = "addNeed",
            summary = "Add a need 登记需求",
            description = "Read from a survey with its evidence, or as the branch heard it.")
    Mono<ResponseEntity<NeedView>> add(Actor actor, CommandKey key, @Valid @RequestBody NeedRequest request) {
        return desk.add(shelf, actor, key, request, request.toTerms());
    }

    @PutMapping("/{id}")
    @HeavyWork("texts")
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ})
    @Operation(
            operationId = "editNeed",
            summary = "Update a need 修改需求",
            description = "Replaces all fields, while it is OPEN.")
    Mono<ResponseEntity<NeedView>> edit(
            Actor actor, ExpectedVersion expected, @PathVariable String id, @Valid @RequestBody NeedRequest request) {
        return desk.edit(shelf, actor, expected, id, request.toTerms());
    }

    @PostMapping("/{id}/fulfilment")
    @Allowed({Role.BRANCH_HEAD, Role.HQ})
    @Operation(operationId = "meetNeed", summary = "Mark a need as met 需求已满足", description = "States how it was met.")
    Mono<ResponseEntity<NeedView>> meet(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody ReasonRequest request) {
        return desk.move(
                shelf, actor, new ListEndpoint.ItemCommand(ItemState.Command.MEET, key, expected, id, request));
    }

    @PostMapping("/{id}/withdrawal")
    @Allowed({Role.BRANCH_HEAD, Role.HQ})
    @Operation(operationId = "dropNeed", summary = "Withdraw a need 撤销需求", description = "With the reason.")
    Mono<ResponseEntity<NeedView>> drop(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody ReasonRequest request) {
        return desk.move(
                shelf, actor, new ListEndpoint.ItemCommand(ItemState.Command.DROP, key, expected, id, request));
    }

    @PostMapping("/{id}/reopening")
    @Allowed({Role.BRANCH_HEAD, Role.HQ})
    @Operation(
            operationId = "reopenNeed",
            summary = "Reopen a need 重新登记需求",
            description = "After it was met or dropped, with the reason.")
    Mono<ResponseEntity<NeedView>> reopen(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody ReasonRequest request) {
        return desk.move(
                shelf, actor, new ListEndpoint.ItemCommand(ItemState.Command.REOPEN, key, expected, id, request));
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "listNeeds",
            summary = "List needs 需求清单",
            description = "Those of the units that you may see, newest first.")
    Mono<ResponseEntity<Page<NeedView>>> list(
            Actor actor,
            PageRequest page,
            @Parameter(description = "Narrows to a subtree of units", example = "440703006")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @RequestParam(required = false) @Nullable ItemState state,
            @Parameter(description = "One of its topics", example = "书法") @RequestParam(defaultValue = "") String topic,
            @Parameter(description = "Words of its texts, or their pinyin initials", example = "sfb")
                    @RequestParam(required = false)
                    @Nullable
                    String q) {
        return desk.list(
                shelf, actor, ItemList.NEEDS.kinds(), new ListEndpoint.ListParameters(page, within, state, topic, q));
    }

    @GetMapping("/{id}")
    @AllowedStaff
    @Operation(operationId = "getNeed", summary = "Get a need with its history 需求详情")
    Mono<ResponseEntity<NeedView>> one(Actor actor, @PathVariable String id) {
        return desk.one(shelf, actor, id);
    }
}
