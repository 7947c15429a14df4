package org.linli.partner.document.store;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where partners' documents are kept.
 *
 * @param store files under a directory, or objects in S3
 * @param directory of the files, from the working directory on
 * @param s3 read only where the store is S3
 */
@ConfigurationProperties("linli.partner.files")
record FileSettings(
        @DefaultValue("DIRECTORY") Store store,
        @DefaultValue(".linli/files/partner") Path directory,
        @DefaultValue S3 s3) {

    enum Store {
        DIRECTORY,
        S3
    }

    /**
     * @param endpoint of another store than Amazon's; absent for Amazon's own
     * @param region as the store names it
     * @param bucket that is there already
     * @param accessKey absent where the surroundings give the credentials
     * @param secretKey belongs to it
     * @param pathStyle whether the bucket stands in the path, as most other stores want it
     */
    record S3(
            @Nullable URI endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("linli-partner") String bucket,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @DefaultValue("true") boolean pathStyle) {

        /** The secret must not reach a log. */
        @Override
        public String toString() {
            return "S3[endpoint=" + endpoint + ", bucket=" + bucket + "]";
        }
    }
}
