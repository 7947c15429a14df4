package org.linli.partner.partner;

import org.linli.platform.encryption.FieldCipher;
import org.linli.platform.encryption.SecretKeys;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Map;

/** The cipher of partners' personal data, under keys of this installation's own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PartnerSecrets.Settings.class)
class PartnerSecrets {

    private static final String PREFIX = "linli.partner.secrets";

    @Bean
    FieldCipher partnerCipher(Settings settings) {
        return new FieldCipher(settings.toKeys());
    }

    /**
     * Keys of 32 bytes in Base64. Only the profile {@code local} has any of itself, and those are published.
     *
     * @param current id of the key that seals
     * @param keys by id; older ones stay listed as long as something is sealed under them
     * @param index key of the look-up, never changed
     */
    @ConfigurationProperties(PREFIX)
    record Settings(
            @DefaultValue("") String current,
            @DefaultValue Map<String, String> keys,
            @DefaultValue("") String index) {

        SecretKeys toKeys() {
            if (keys.isEmpty()) {
                throw new IllegalStateException("No keys for personal data: set " + PREFIX
                        + ".current, .keys.<id> and .index to keys of your own (openssl rand -base64 32); on your own"
                        + " machine start with --spring.profiles.active=local");
            }
            return new SecretKeys(current, keys, index);
        }

        /** Keys must not reach a log. */
        @Override
        public String toString() {
            return "Settings[current=" + current + "]";
        }
    }
}
