package org.linli.company;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** One process with one role or both, by {@code linli.roles}. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({BranchRole.class, HqRole.class})
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Linli company service",
                        version = "v1",
                        description = "Units, revenue entries and statements of the branches, and HQ's consolidation"))
public class CompanyApplication {

    public static void main(String[] args) {
        SpringApplication.run(CompanyApplication.class, args);
    }
}
