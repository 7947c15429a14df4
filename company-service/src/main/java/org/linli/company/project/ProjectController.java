package org.linli.company.project;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.company.line.BusinessLines;
import org.linli.company.unit.Units;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.problem.Problem;
import org.linli.platform.request.Fields;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.AllowedStaff;
import org.linli.platform.security.Role;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.UnitCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.Objects;

@RestController
@RequestMapping("/api/company/projects")
@Tag(name = "Projects 项目", description = "What a branch runs on a business line")
class ProjectController {

    private static final int LONGEST_NAME = 200;
    private static final String NOT_VALID = "The project is not valid";

    private final Projects projects;
    private final Units units;
    private final BusinessLines lines;
    private final CommandEndpoint<Project, Project> endpoint;

    ProjectController(Projects projects, Units units, BusinessLines lines, CommandEndpoints commands) {
        this.projects = projects;
        this.units = units;
        this.lines = lines;
        this.endpoint = commands.of("The project", Project.class).at("/api/company/projects", Project::id);
    }

    @PostMapping
    @Creates
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(operationId = "startProject", summary = "Start a project 新建项目")
    Mono<ResponseEntity<Project>> start(Actor actor, CommandKey key, @Valid @RequestBody StartRequest request) {
        Start start = request.read();
        return endpoint.create(
                key,
                request,
                () -> units.find(start.unit(), actor.scope())
                        .switchIfEmpty(Problem.missing("The branch"))
                        .flatMap(known -> lines.activeCodes())
                        .filter(active -> active.contains(request.line()))
                        .switchIfEmpty(Mono.error(
                                () -> wrong("line", "not a known business line", "a code of the list of lines")))
                        .flatMap(active -> projects.add(
                                start.unit(),
                                start.name(),
                                Objects.requireNonNull(request.line()),
                                Objects.requireNonNull(request.startedOn()),
                                actor.subject()))
                        .switchIfEmpty(Mono.error(
                                () -> Problem.conflict("project-exists", "The branch has a project of that name")
                                        .field("name", "used already", "another name")
                                        .exception())));
    }

    @PostMapping("/{id}/end")
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(operationId = "endProject", summary = "End a project 结束项目")
    Mono<ResponseEntity<Project>> end(
            Actor actor, CommandKey key, @PathVariable String id, @Valid @RequestBody EndRequest request) {
        long project = number(id);
        return endpoint.change(
                key,
                request,
                () -> projects.find(project, actor.scope())
                        .switchIfEmpty(Mono.error(ProjectController::notFound))
                        .flatMap(found ->
                                projects.end(project, Objects.requireNonNull(request.endedOn()), actor.scope()))
                        .switchIfEmpty(Mono.error(
                                () -> wrong("endedOn", "before the first day", "the first day or a later one"))));
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "listProjects",
            summary = "List projects 项目列表",
            description = "By branch and name; running=true leaves ended ones out.")
    Mono<ResponseEntity<Page<Project>>> list(
            Actor actor,
            PageRequest page,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean running) {
        return projects.list(line, Texts.name(q), running, actor.scope().narrowedTo(within), page)
                .map(found -> page.answer(found));
    }

    @GetMapping("/{id}")
    @AllowedStaff
    @Operation(operationId = "getProject", summary = "Get a project 项目详情")
    Mono<Project> get(Actor actor, @PathVariable String id) {
        return projects.find(number(id), actor.scope()).switchIfEmpty(Mono.error(ProjectController::notFound));
    }

    private static long number(String id) {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw notFound();
        }
        return Long.parseLong(id);
    }

    private static RuntimeException wrong(String field, String reason, String expected) {
        return Problem.invalid(NOT_VALID).field(field, reason, expected).exception();
    }

    private static RuntimeException notFound() {
        return Problem.notFound("The project").exception();
    }

    @Schema(name = "ProjectStartRequest")
    record StartRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "440703006107") @Nullable
            String unit,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "长者饭堂") @Size(max = LONGEST_NAME) @Nullable
            String name,

            @Schema(example = "CANTEEN") @NotNull @Nullable String line,

            @Schema(example = "2026-01-01") @NotNull @Nullable
            LocalDate startedOn) {

        Start read() {
            return Fields.read(
                    NOT_VALID,
                    fields -> new Start(fields.branch("unit", unit), fields.name("name", name, LONGEST_NAME)));
        }
    }

    private record Start(UnitCode unit, String name) {}

    @Schema(name = "ProjectEndRequest")
    record EndRequest(
            @Schema(example = "2026-12-31") @NotNull @Nullable
            LocalDate endedOn) {}
}
