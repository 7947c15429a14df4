package org.linli.partner.webhook;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Webhooks reach inside on one's own machine alone: elsewhere such a setting stops the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    WebhookConfiguration(WebhookSettings settings, Environment environment) {
        InnerTargetsRefused.check(settings.allowInner(), environment);
    }
}
