package vn.lienthong.simulator;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code lienthong.simulator.*}.
 *
 * @param enabled whether this process runs the twins itself; default false
 * @param host address they listen on; default 127.0.0.1
 * @param port port they listen on; default 9090
 * @param url where the twins answer, when another process runs them; default made of host and port
 * @param directory where their state lives; default {@code simulator} in {@code lienthong.data} (default {@code ./data})
 * @param sessionLife how long a session at the portal's twin lives; default 30m
 * @param certificates folder of the sample authority behind {@code /tsa} and {@code /ocsp} (default: the packed one)
 */
@Validated
@ConfigurationProperties("lienthong.simulator")
public record SimulatorProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("127.0.0.1") String host,
        @Min(0) @Max(65535) @DefaultValue("9090") int port,
        @Nullable String url,
        @Nullable Path directory,
        @DefaultValue("30m") Duration sessionLife,
        @Nullable Path certificates) {

    /** Where the twins answer: as set, else on this process's own port. */
    public String address() {
        return url == null || url.isBlank() ? "http://" + host + ":" + port : url;
    }

    SimulatorSettings settings(String data) {
        Path place = directory == null ? Path.of(data, "simulator") : directory;
        return new SimulatorSettings(host, port, place, sessionLife, certificates);
    }
}
