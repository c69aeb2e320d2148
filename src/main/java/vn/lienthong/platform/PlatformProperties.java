package vn.lienthong.platform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the process stands on.
 *
 * @param data folder of everything this process keeps (default {@code ./data})
 * @param dataKeyFile file with the 32 bytes that seal personal data at rest (sandbox: {@code <data>/keys/data.key},
 *     made at the first start; production: must be given)
 * @param tlsTerminatedUpstream production only: a proxy before the gateway ends TLS and nobody else reaches the port
 *     (default {@code false})
 * @param drain how long an orderly stop still answers calls after readiness went down (default none; production 10 s, at
 *     most 60 s): longer than a balancer needs to notice; whoever stops the process must leave it this and 20 s more
 * @param database the database
 */
@Validated
@ConfigurationProperties("lienthong")
public record PlatformProperties(
        @DefaultValue("./data") Path data,
        @Nullable Path dataKeyFile,
        @DefaultValue("false") boolean tlsTerminatedUpstream,

        @DefaultValue("0s") @DurationMin(seconds = 0, message = RANGE) @DurationMax(seconds = 60, message = RANGE)
        Duration drain,

        @DefaultValue @Valid Database database) {
    private static final String RANGE = "0s … 60s";

    /**
     * The database, embedded as long as {@code spring.datasource.url} is not set.
     *
     * @param binaries where the programs of the embedded server are unpacked (default {@code <data>/postgres-binaries})
     * @param connections size of the connection pool (default 20)
     */
    public record Database(
            @Nullable Path binaries,
            @DefaultValue("20") @Min(4) @Max(200) int connections) {}

    /** Where the programs of the embedded server are unpacked. */
    Path binariesBelow(Path dataFolder) {
        Path wanted = database.binaries();
        return wanted == null ? dataFolder.resolve("postgres-binaries") : wanted.toAbsolutePath();
    }
}
