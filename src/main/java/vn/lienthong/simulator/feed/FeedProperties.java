package vn.lienthong.simulator.feed;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code lienthong.simulator.feed.*}.
 *
 * @param enabled whether the sample dossiers are sent, once per database (default false, true in the sandbox); only where
 *     this process runs its own simulators
 * @param url where the gateway answers (default: this process's own port)
 * @param secretPrefix what stands before a client's id in its secret (default {@code sandbox-}, as the sandbox has it)
 * @param pause wait before the second try of a call (default 500 ms), doubling up to 30 s
 */
@Validated
@ConfigurationProperties("lienthong.simulator.feed")
record FeedProperties(
        @DefaultValue("false") boolean enabled,
        @Nullable URI url,
        @DefaultValue("sandbox-") String secretPrefix,
        @DefaultValue("500ms") @NotNull Duration pause) {}
