package org.linli.partner.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much room a partner has: for unfinished and refused files, which are removed after a week, as for documents.
 *
 * @param open unfinished ones at once
 * @param files of any state
 * @param bytes of all of them, as announced
 */
@ConfigurationProperties("linli.partner.upload")
record UploadQuota(
        @DefaultValue("20") int open,
        @DefaultValue("1000") int files,
        @DefaultValue("2GB") DataSize bytes) {}
