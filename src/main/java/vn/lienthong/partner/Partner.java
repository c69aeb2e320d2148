package vn.lienthong.partner;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.kernel.GatewayClock;

/**
 * One entry of {@code lienthong.partners.<id>}: whom we talk to and how carefully.
 *
 * @param enabled whether deliveries are made for it and sent (default true)
 * @param url address of the partner's adapter, without a trailing slash
 * @param kinds which kinds of delivery it takes, such as {@code dossier} and {@code progress}
 * @param only which events it gets (default: all)
 * @param account how we sign in there
 * @param unitCode what stands as unit on a call: the level-one code of the competent agency ({@code ROOT}, default), the
 *     competent agency itself ({@code COMPETENT}) or the intake agency ({@code INTAKE})
 * @param connectTimeout longest wait for a connection (default 5 s)
 * @param readTimeout longest wait for the whole answer (default 60 s, as the national guide has it)
 * @param settle how long a late effect may still come after a lost answer; "not found" is believed only after it
 *     (default: 60 s; never below the read time-out in production)
 * @param leaseMargin what a lease lasts beyond connect and read time-out (default 15 s)
 * @param batch most deliveries in one call (default 50)
 * @param concurrency most calls at one time for each kind (default 2)
 * @param callsPerSecond most calls in a second, all nodes and kinds together, such as {@code 0.5} (default: no limit)
 * @param callsAtOnce most calls at one time, all nodes and kinds together (default: no limit)
 * @param maintenance when the partner announced to be closed (default: never)
 * @param coalesce which unsent neighbouring full states one replaces (default {@code same-status})
 * @param resendMaybeSentSteps whether a step that may have arrived is sent again when the partner cannot tell (default
 *     false: a person decides)
 * @param acknowledgeWithin how long its separate acknowledgement may take before it is asked; only for partners that
 *     acknowledge separately (default: none do)
 * @param linkLife how long the partner may fetch a document by the link it was given (default 30 days)
 * @param retryFirst pause after the first fault where nothing was sent (default 1 s), doubling with jitter
 * @param retryMost longest such pause (default 5 min)
 * @param breaker when to stop calling for a while
 */
public record Partner(
        @DefaultValue("true") boolean enabled,
        @NotNull URI url,
        @NotNull List<@Pattern(regexp = "[a-z][a-z-]{1,30}") String> kinds,
        @DefaultValue @Valid Selection only,
        @Valid @Nullable Account account,
        @DefaultValue("ROOT") UnitCode unitCode,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("60s") Duration settle,
        @DefaultValue("15s") Duration leaseMargin,
        @DefaultValue("50") @Min(1) @Max(500) int batch,
        @DefaultValue("2") @Min(1) @Max(64) int concurrency,
        @Nullable @DecimalMin("0.001") @Max(10_000) Double callsPerSecond,
        @Nullable @Min(1) Integer callsAtOnce,
        @DefaultValue @Valid List<MaintenanceWindow> maintenance,
        @DefaultValue("same-status") Coalesce coalesce,
        @DefaultValue("false") boolean resendMaybeSentSteps,
        @Nullable Duration acknowledgeWithin,
        @DefaultValue("30d") Duration linkLife,
        @DefaultValue("1s") Duration retryFirst,
        @DefaultValue("5m") Duration retryMost,
        @DefaultValue @Valid Breaker breaker) {

    /** How long a claim is ours: longer than the longest call can take. */
    public Duration leaseLength() {
        return connectTimeout.plus(readTimeout).plus(leaseMargin);
    }

    /** How long what was handed over may go without an acknowledgement. */
    public Duration acknowledgementDue() {
        return acknowledgeWithin == null ? settle : acknowledgeWithin;
    }

    /** Whether the partner announced to be closed now. */
    public boolean inMaintenance(Instant now) {
        return !maintenance.isEmpty()
                && maintenance.stream().anyMatch(window -> window.covers(now.atZone(GatewayClock.ZONE)));
    }

    /** Which unit stands on a call. */
    public enum UnitCode {
        ROOT,
        COMPETENT,
        INTAKE
    }

    /** Which unsent neighbouring full states coalesce. */
    public enum Coalesce {
        SAME_STATUS,
        ALL,
        NONE
    }

    /**
     * How we sign in.
     *
     * @param name identity under which the shared session is kept; several partners may share one
     * @param username user name at the partner
     * @param password the password, sandbox only
     * @param passwordFile file whose first line is the password
     * @param passwordEnv name of the environment variable that holds the password
     * @param destinationCode value of the {@code dstcode} header, if the adapter needs one
     * @param loginPath path of the sign-in call
     * @param callPath path of the service call
     */
    public record Account(
            String name,
            String username,
            @Nullable String password,
            @Nullable String passwordFile,
            @Nullable String passwordEnv,
            @Nullable String destinationCode,
            @DefaultValue("/mapi/login") String loginPath,
            @DefaultValue("/mapi/g") String callPath) {
        @Override
        public String toString() {
            return "account " + name + " of " + username; // the password is a secret
        }
    }

    /**
     * When calls stop for a while because the partner keeps failing.
     *
     * @param calls how many last calls are looked at (default 20)
     * @param least how many calls are needed for a judgement (default 5)
     * @param failurePercent share of failures that opens it (default 80)
     * @param pause how long it stays open before one call probes (default 10 s)
     */
    public record Breaker(
            @DefaultValue("20") @Min(2) int calls,
            @DefaultValue("5") @Min(1) int least,
            @DefaultValue("80") @Min(1) @Max(100) int failurePercent,
            @DefaultValue("10s") Duration pause) {}
}
