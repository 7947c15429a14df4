package org.linli.partner.partner;

import org.linli.platform.secrecy.FieldCipher;
import org.linli.platform.secrecy.PublishedKeysRefused;
import org.linli.platform.secrecy.SecretKeys;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import java.util.Map;
import java.util.Set;

/** The cipher of partners' personal data, under keys of this installation's own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PartnerSecrets.Settings.class)
class PartnerSecrets {

    private static final String PREFIX = "linli.partner.secrets";
    private static final String LOCAL_KEY = "bG9jYWwta2V5LXB1Ymxpc2hlZC13aXRoLWxpbmxpLTE=";
    private static final String LOCAL_INDEX = "bG9jYWwtaW5kZXgtcHVibGlzaGVkLWxpbmxpLTAwMDE=";

    @Bean
    FieldCipher partnerCipher(Settings settings, Environment environment) {
        SecretKeys keys = settings.toKeys();
        PublishedKeysRefused.check(keys, PREFIX, Set.of(LOCAL_KEY, LOCAL_INDEX), environment);
        return new FieldCipher(keys);
    }

    /**
     * Keys of 32 bytes in Base64; the defaults are published, hence refused outside the local profile.
     *
     * @param current id of the key that seals
     * @param keys by id; older ones stay listed as long as something is sealed under them
     * @param index key of the look-up, never changed
     */
    @ConfigurationProperties(PREFIX)
    record Settings(
            @DefaultValue("local") String current,
            @DefaultValue Map<String, String> keys,
            @DefaultValue(LOCAL_INDEX) String index) {

        SecretKeys toKeys() {
            return new SecretKeys(current, keys.isEmpty() ? Map.of("local", LOCAL_KEY) : keys, index);
        }

        /** Keys must not reach a log. */
        @Override
        public String toString() {
            return "Settings[current=" + current + "]";
        }
    }
}
