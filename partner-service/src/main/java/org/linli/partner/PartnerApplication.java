package org.linli.partner;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.linli.platform.event.Topics;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;

import java.util.List;

/** The partner service. */
@SpringBootApplication
@EnableScheduling
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Linli partner service",
                        version = "v1",
                        description = "From an open call to a running service: calls, partners, proposals, rooms,"
                                + " agreements and the share that comes back"))
public class PartnerApplication {

    /** One topic an aggregate; each is keyed by the unit that the thing belongs to. */
    static final List<String> TOPICS = List.of(
            "linli.partner.open-call",
            "linli.partner.proposal",
            "linli.partner.agreement",
            "linli.partner.share",
            "linli.partner.turnover");

    public static void main(String[] args) {
        SpringApplication.run(PartnerApplication.class, args);
    }

    @Bean
    KafkaAdmin.NewTopics partnerTopics() {
        return Topics.of(TOPICS);
    }
}
