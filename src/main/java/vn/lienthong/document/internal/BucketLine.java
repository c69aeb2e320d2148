package vn.lienthong.document.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import vn.lienthong.document.BucketProperties;

/**
 * How the store is called: as all S3-compatible ones understand it, by these settings alone and nothing that lies about on
 * the machine. Each call may be repeated without harm, so lost ones are, within the longest time of a call.
 */
final class BucketLine {
    private BucketLine() {}

    static S3Client open(BucketProperties settings) throws DepotTrouble {
        UrlConnectionHttpClient.Builder http = UrlConnectionHttpClient.builder()
                .connectionTimeout(settings.connectTimeout())
                .socketTimeout(settings.readTimeout())
                .proxyConfiguration(ProxyConfiguration.builder()
                        .useSystemPropertyValues(false)
                        .useEnvironmentVariablesValues(false)
                        .build());
        Path certificates = settings.certificates();
        if (certificates != null) {
            TrustManager[] roots = TrustedRoots.read(certificates);
            http.tlsTrustManagersProvider(() -> roots);
        }
        URI endpoint = Objects.requireNonNull(settings.endpoint());
        return S3Client.builder()
                .httpClientBuilder(http)
                .endpointOverride(endpoint)
                .region(Region.of(settings.region()))
                .credentialsProvider(new KeyFile(Objects.requireNonNull(settings.keyFile())))
                .forcePathStyle(settings.pathStyle())
                // checksums in trailers are news to many stores; each body carries its MD5 instead
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        service -> service.chunkedEncodingEnabled(false).expectContinueEnabled(false))
                .overrideConfiguration(
                        override -> override.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                        .maxAttempts(settings.attempts())
                                        .build())
                                .apiCallTimeout(settings.longestCall())
                                .defaultProfileFile(ProfileFile.aggregator().build()))
                .build();
    }
}
