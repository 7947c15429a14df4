package org.linli.partner.document.store;

import org.linli.partner.document.FileStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
class FileStoreConfiguration {

    @Bean
    @ConditionalOnProperty(name = "linli.partner.files.store", havingValue = "directory", matchIfMissing = true)
    FileStore filesInDirectory(FileSettings settings) {
        return new FilesInDirectory(settings.directory());
    }

    @Bean
    @ConditionalOnProperty(name = "linli.partner.files.store", havingValue = "s3")
    FileStore filesInS3(FileSettings settings) {
        return new FilesInS3(client(settings.s3()), settings.s3().bucket());
    }

    /** Checksums only where the operation demands them: not every store knows the newer kinds. */
    static S3AsyncClient client(FileSettings.S3 settings) {
        var client = S3AsyncClient.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .forcePathStyle(settings.pathStyle());
        return (settings.endpoint() == null ? client : client.endpointOverride(settings.endpoint())).build();
    }

    private static AwsCredentialsProvider credentials(FileSettings.S3 settings) {
        return settings.accessKey() == null || settings.secretKey() == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }
}
