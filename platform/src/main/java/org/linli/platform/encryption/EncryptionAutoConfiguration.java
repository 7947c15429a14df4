package org.linli.platform.encryption;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/** Before any other bean is made, no secret is a published one. */
@AutoConfiguration
public class EncryptionAutoConfiguration {

    @Bean
    static BeanFactoryPostProcessor publishedSecretsAreRefused(ConfigurableEnvironment environment) {
        return beans -> PublishedSecretsRefused.check(environment);
    }
}
