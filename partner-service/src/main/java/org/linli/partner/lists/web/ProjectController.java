package org.linli.partner.lists.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.web.CallDeadline;
import org.linli.partner.id.Ids;
import org.linli.partner.lists.Item;
import org.linli.partner.lists.ItemList;
import org.linli.partner.lists.ItemState;
import org.linli.partner.lists.application.DraftCallFromProject;
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

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/projects-wanted")
@Tag(
        name = "Projects wanted 项目清单",
        description = "What a unit would have somebody run, and the call that becomes of it")
class ProjectController {

    private final ListEndpoint desk;
    private final ListEndpoint.ListDefinition<ProjectView> shelf;
    private final DraftCallFromProject calls;

    ProjectController(ListEndpoint desk, DraftCallFromProject calls, CommandEndpoints commands) {
        this.desk = desk;
        this.calls = calls;
        this.shelf = new ListEndpoint.ListDefinition<>(
                ItemList.PROJECTS,
                ProjectView::of,
                commands.of("The project", ProjectView.class, (Item item) -> ProjectView.of(item, List.of()))
                        .at("/api/partner/projects-wanted", ProjectView::id)
                        .versioned(ProjectView::version));
    }

    @PostMapping
    @HeavyWork("texts")
    @Creates
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ})
    @Operation(
            operationId = "addProjectsWanted",
            summary = "Add a wanted project 登记招募项目",
            description = "With the needs that it serves and the resources it would have.")
    Mono<ResponseEntity<ProjectView>> add(Actor actor, CommandKey key, @Valid @RequestBody ProjectRequest request) {
        return desk.add(shelf, actor, key, request, request.toTerms());
    }

    @PutMapping("/{id}")
    @HeavyWork("texts")
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ})
    @Operation(
            operationId = "editProjectsWanted",
            summary = "Update a wanted project 修改招募项目",
            description = "Replaces all fields, while it is OPEN.")
    Mono<ResponseEntity<ProjectView>> edit(
            Actor actor,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody ProjectRequest request) {
        return desk.edit(shelf, actor, expected, id, request.toTerms());
    }

    @PostMapping("/{id}/withdrawal")
    @Allowed({Role.BRANCH_HEAD, Role.HQ})
    @Operation(
            operationId = "dropProjectsWanted",
            summary = "Withdraw a wanted project 撤销项目",
            description = "With the reason.")
    Mono<ResponseEntity<ProjectView>> drop(
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
            operationId = "reopenProjectsWanted",
            summary = "Reopen a wanted project 恢复项目",
            description = "With the reason.")
    Mono<ResponseEntity<ProjectView>> reopen(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody ReasonRequest request) {
        return desk.move(
                shelf, actor, new ListEndpoint.ItemCommand(ItemState.Command.REOPEN, key, expected, id, request));
    }

    @PostMapping("/{id}/open-call")
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ})
    @Operation(
            operationId = "callProjectsWanted",
            summary = "Draft an open call from a wanted project 转为英雄帖",
            description =
                    "Its draft, filled in from the lists: needs served and resources offered stand in its conditions.")
    Mono<ResponseEntity<ProjectView>> call(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody DraftCallRequest request) {
        UUID project = Ids.of(id, "The project");
        Instant deadline = CallDeadline.of(request.deadline());
        return shelf.commands().change(key, request, () -> calls.of(project, deadline, expected, actor));
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "listProjectsWanted",
            summary = "List wanted projects 项目清单",
            description = "Those of the units that you may see, newest first.")
    Mono<ResponseEntity<Page<ProjectView>>> list(
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
                shelf,
                actor,
                ItemList.PROJECTS.kinds(),
                new ListEndpoint.ListParameters(page, within, state, topic, q));
    }

    @GetMapping("/{id}")
    @AllowedStaff
    @Operation(operationId = "getProjectsWanted", summary = "Get a wanted project with its history 项目详情")
    Mono<ResponseEntity<ProjectView>> one(Actor actor, @PathVariable String id) {
        return desk.one(shelf, actor, id);
    }

    @Schema(name = "ProjectDraftCallRequest")
    record DraftCallRequest(
            @Schema(example = "2027-01-31T16:00:00Z", type = "string", description = "Until when it takes proposals")
            @NotNull
            @Nullable
            Instant deadline) {}
}
