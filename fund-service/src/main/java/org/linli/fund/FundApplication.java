package org.linli.fund;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.linli.fund.obligation.wire.ObligationEvents;
import org.linli.platform.event.Topics;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;

import java.util.List;

/** The fund service. */
@SpringBootApplication
@EnableScheduling
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Linli fund service",
                        version = "v1",
                        description = "Return policy, obligations, fundings, compliance and the double-entry ledger"))
public class FundApplication {

    public static void main(String[] args) {
        SpringApplication.run(FundApplication.class, args);
    }

    @Bean
    KafkaAdmin.NewTopics fundTopics() {
        return Topics.of(List.of(ObligationEvents.TOPIC));
    }
}
