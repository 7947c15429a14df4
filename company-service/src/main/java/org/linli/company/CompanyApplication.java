package org.linli.company;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** One process with one role or both, by {@code linli.roles}. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({BranchRole.class, HqRole.class})
public class CompanyApplication {

    public static void main(String[] args) {
        SpringApplication.run(CompanyApplication.class, args);
    }
}
