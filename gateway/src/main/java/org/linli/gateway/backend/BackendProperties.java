package org.linli.gateway.backend;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;

/**
 * Where the parts of the suite are; scheme, host and port only.
 *
 * @param companyUrl company-service
 * @param companyHqUrl company-service in the role hq where it runs apart; as {@code companyUrl} when not given
 * @param fundUrl fund-service
 * @param partnerUrl partner-service
 * @param identityUrl the OIDC provider, as browsers reach it
 */
@ConfigurationProperties("linli.gateway")
public record BackendProperties(
        @DefaultValue("http://127.0.0.1:8081") URI companyUrl,
        @Nullable URI companyHqUrl,
        @DefaultValue("http://127.0.0.1:8082") URI fundUrl,
        @DefaultValue("http://127.0.0.1:8083") URI partnerUrl,
        @DefaultValue("http://127.0.0.1:8090") URI identityUrl) {

    public BackendProperties {
        bare("company-url", companyUrl);
        bare("fund-url", fundUrl);
        bare("partner-url", partnerUrl);
        bare("identity-url", identityUrl);
        if (companyHqUrl != null) {
            bare("company-hq-url", companyHqUrl);
        }
    }

    public URI of(Backend part) {
        return switch (part) {
            case COMPANY -> companyUrl;
            case COMPANY_HQ -> companyHqUrl == null ? companyUrl : companyHqUrl;
            case FUND -> fundUrl;
            case PARTNER -> partnerUrl;
            case IDENTITY -> identityUrl;
        };
    }

    private static void bare(String name, URI url) {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http
                || url.getHost() == null
                || !(url.getRawPath() == null || url.getRawPath().isEmpty())) {
            throw new IllegalArgumentException(
                    "linli.gateway." + name + " must be http(s)://host[:port] without a path, not " + url);
        }
    }
}
