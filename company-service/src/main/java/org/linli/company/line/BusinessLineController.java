package org.linli.company.line;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.SingleLine;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.AllowedStaffAndPartners;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.text.Texts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;

@RestController
@RequestMapping("/api/company/business-lines")
@Tag(name = "Business lines 业务条线", description = "The kinds of business that revenue comes from")
class BusinessLineController {

    private static final String CODE = "[A-Z][A-Z0-9_]{1,39}";

    private final BusinessLines lines;

    BusinessLineController(BusinessLines lines) {
        this.lines = lines;
    }

    @GetMapping
    @AllowedStaffAndPartners
    @RequiredScope("turnover:read")
    @Operation(
            operationId = "listBusinessLines",
            summary = "List business lines 全部业务条线",
            description = "Few, so not paged.")
    Mono<LinesView> list() {
        return lines.all().collectList().map(LinesView::new);
    }

    @PutMapping("/{code}")
    @Allowed({Role.HQ, Role.CITY})
    @Operation(
            operationId = "putBusinessLine",
            summary = "Add or rename a business line 新增或修改条线",
            description = "A line is never removed, since entries name it: active=false keeps it from new entries.")
    Mono<BusinessLine> put(@PathVariable String code, @Valid @RequestBody LineRequest request) {
        if (!code.matches(CODE)) {
            throw Problem.invalid("The line is not valid")
                    .field("code", "not a line code", "2 to 40 capital letters, digits and underscores, a letter first")
                    .exception();
        }
        BusinessLine line = request.toLine(code);
        return lines.save(line).thenReturn(line);
    }

    @Schema(name = "BusinessLines")
    record LinesView(List<BusinessLine> items) {}

    @Schema(name = "BusinessLineRequest")
    record LineRequest(
            @Schema(example = "社区食堂") @NotBlank @Size(max = 50) @SingleLine @Nullable
            String nameZh,

            @Schema(example = "Canteen") @NotBlank @Size(max = 50) @SingleLine @Nullable
            String nameEn,

            @NotNull @Nullable Boolean active) {

        BusinessLine toLine(String code) {
            return new BusinessLine(
                    code,
                    Texts.name(Objects.requireNonNull(nameZh)),
                    Texts.name(Objects.requireNonNull(nameEn)),
                    Boolean.TRUE.equals(active));
        }
    }
}
