package org.linli.partner.lists.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.linli.partner.lists.Item;
import org.linli.partner.lists.ItemKind;
import org.linli.partner.lists.ItemList;
import org.linli.partner.lists.ItemState;
import org.linli.platform.bulkhead.HeavyWork;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.openapi.RequestExample;
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
@RequestMapping("/api/partner/resources")
@Tag(name = "Resources 资源清单", description = "Rooms with their hours, equipment, people by what they can do, money")
class ResourceController {

    private static final String EXAMPLE = """
            {
              "unit": "440703006107",
              "kind": "PERSON",
              "title": "退休书法老师",
              "detail": "可教楷书、隶书",
              "topics": ["书法", "国画"],
              "times": [{"weekday": "SATURDAY", "from": "18:00", "to": "20:00"}],
              "quantity": 1
            }
            """;

    private final ListEndpoint desk;
    private final ListEndpoint.ListDefinition<ResourceView> shelf;

    ResourceController(ListEndpoint desk, CommandEndpoints commands) {
        this.desk = desk;
        this.shelf = new ListEndpoint.ListDefinition<>(
                ItemList.RESOURCES,
                ResourceView::of,
                commands.of("The resource", ResourceView.class, (Item item) -> ResourceView.of(item, List.of()))
                        .at("/api/partner/resources", ResourceView::id)
                        .versioned(ResourceView::version));
    }

    @PostMapping
    @HeavyWork("texts")
    @Creates
    @RequestExample(EXAMPLE)
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ})
    @Operation(
            operationId = "addResource",
            summary = "Add a resource 登记资源",
            description = "Equipment, people or money; never with anybody's name or number.")
    Mono<ResponseEntity<ResourceView>> add(Actor actor, CommandKey key, @Valid @RequestBody ResourceRequest request) {
        return desk.add(shelf, actor, key, request, request.toTerms());
    }

    @PutMapping("/{id}")
    @HeavyWork("texts")
    @RequestExample(EXAMPLE)
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ})
    @Operation(
            operationId = "editResource",
            summary = "Update a resource 修改资源",
            description = "Replaces all fields, while it is OPEN.")
    Mono<ResponseEntity<ResourceView>> edit(
            Actor actor,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody ResourceRequest request) {
        return desk.edit(shelf, actor, expected, id, request.toTerms());
    }

    @PostMapping("/{id}/withdrawal")
    @Allowed({Role.BRANCH_HEAD, Role.HQ})
    @Operation(operationId = "dropResource", summary = "Withdraw a resource 撤下资源", description = "With the reason.")
    Mono<ResponseEntity<ResourceView>> drop(
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
    @Operation(operationId = "reopenResource", summary = "Reopen a resource 恢复资源", description = "With the reason.")
    Mono<ResponseEntity<ResourceView>> reopen(
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
            operationId = "listResources",
            summary = "List resources 资源清单",
            description = "Those of the units that you may see, newest first.")
    Mono<ResponseEntity<Page<ResourceView>>> list(
            Actor actor,
            PageRequest page,
            @Parameter(description = "Narrows to a subtree of units", example = "440703006")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @Parameter(description = "ROOM, EQUIPMENT, PERSON or MONEY") @RequestParam(required = false) @Nullable
                    ItemKind kind,
            @RequestParam(required = false) @Nullable ItemState state,
            @Parameter(description = "One of its topics", example = "书法") @RequestParam(defaultValue = "") String topic,
            @Parameter(description = "Words of its texts, or their pinyin initials", example = "sfb")
                    @RequestParam(required = false)
                    @Nullable
                    String q) {
        return desk.list(
                shelf,
                actor,
                kind == null || !kind.isResource() ? ItemList.RESOURCES.kinds() : List.of(kind),
                new ListEndpoint.ListParameters(page, within, state, topic, q));
    }

    @GetMapping("/{id}")
    @AllowedStaff
    @Operation(operationId = "getResource", summary = "Get a resource with its history 资源详情")
    Mono<ResponseEntity<ResourceView>> one(Actor actor, @PathVariable String id) {
        return desk.one(shelf, actor, id);
    }
}
