package vn.lienthong.inbox.callback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whereto and how inboxes are pushed: {@code lienthong.inbox.callback.*}.
 *
 * @param hosts hosts that may be registered: {@code host.vn}, {@code *.daklak.gov.vn} for all below, {@code *} for any
 *     (default none: nothing is pushed)
 * @param networks private networks in which receivers may stand, such as {@code 10.24.0.0/16} (default none: public
 *     addresses only)
 * @param loopback whether a receiver may stand on this machine; sandbox only (default false)
 * @param plainHttp whether a receiver may do without TLS; sandbox only (default false)
 * @param connectTimeout longest wait for a connection (default 3 s)
 * @param readTimeout longest wait for the whole answer (default 10 s)
 * @param atOnce most receivers that one node pushes to at one time (default 16)
 * @param retryFirst pause after the first fault (default 5 s), doubling with jitter
 * @param retryMost longest such pause (default 4 h)
 * @param giveUpAfter how long a receiver may fail without a break before pushing ends and it must register anew
 *     (default 5 days); its items wait in the feed
 */
@Validated
@ConfigurationProperties("lienthong.inbox.callback")
public record CallbackProperties(
        @DefaultValue List<String> hosts,
        @DefaultValue List<String> networks,
        @DefaultValue("false") boolean loopback,
        @DefaultValue("false") boolean plainHttp,
        @DefaultValue("3s") @NotNull Duration connectTimeout,
        @DefaultValue("10s") @NotNull Duration readTimeout,
        @DefaultValue("16") @Min(1) @Max(500) int atOnce,
        @DefaultValue("5s") @NotNull Duration retryFirst,
        @DefaultValue("4h") @NotNull Duration retryMost,
        @DefaultValue("5d") @NotNull Duration giveUpAfter) {
    private static final Duration MARGIN = Duration.ofSeconds(5);

    public CallbackProperties {
        hosts = List.copyOf(hosts);
        networks = List.copyOf(networks);
    }

    /** How long a push may take before another node may take the receiver over. */
    Duration leaseLength() {
        return connectTimeout.plus(readTimeout).plus(MARGIN);
    }
}
