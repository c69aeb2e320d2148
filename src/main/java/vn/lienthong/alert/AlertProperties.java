package vn.lienthong.alert;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When people are told of incidents and how: {@code lienthong.alerts.*}. Without a channel incidents are only kept and shown.
 *
 * @param every how often all alarms are looked at (default 1 min)
 * @param hold how long something must be wrong before anybody is told (default 2 min)
 * @param quiet how long it must be well again before it is over (default 5 min)
 * @param remind after which time people are told again of what goes on (default 12 h)
 * @param mostInAnHour most messages in an hour to each channel; what comes beyond waits and is told together (default 6)
 * @param longestWait how long the oldest delivery may wait before that is an incident (default 10 min, after which decree
 *     and portal want the other side to know)
 * @param examineEvery how often the doctor examines by itself (default 15 min)
 * @param workItems beginnings of the codes of work items that are incidents too
 * @param keep how long closed incidents are kept (default 365 days)
 * @param console what stands before the addresses of pages in a message (default {@code http://localhost:8080})
 * @param mail by mail
 * @param webhook by a call in JSON
 * @param textMessage by a gateway for text messages
 */
@Validated
@ConfigurationProperties("lienthong.alerts")
record AlertProperties(
        @DefaultValue("1m") Duration every,
        @DefaultValue("2m") Duration hold,
        @DefaultValue("5m") Duration quiet,
        @DefaultValue("12h") Duration remind,
        @DefaultValue("6") @Min(1) int mostInAnHour,
        @DefaultValue("10m") Duration longestWait,
        @DefaultValue("15m") Duration examineEvery,

        @DefaultValue({"EVIDENCE-", "CERTIFICATE-", "LOOKUP-PATTERN", "RESULT-SEAL"})
        Set<String> workItems,

        @DefaultValue("365d") Duration keep,

        @DefaultValue("http://localhost:8080") URI console,

        @Valid @Nullable Mail mail,
        @Valid @Nullable Webhook webhook,
        @Valid @Nullable TextMessage textMessage) {

    /**
     * A mail server.
     *
     * @param host its name
     * @param port its port (default 587)
     * @param security how the line is secured: {@code STARTTLS} (default), {@code TLS}, or {@code NONE} inside the house
     * @param username user name there; none for a server that asks for none
     * @param passwordFile file whose first line is the password
     * @param from who writes
     * @param to who reads
     */
    record Mail(
            @NotBlank String host,
            @DefaultValue("587") int port,
            @DefaultValue("STARTTLS") Security security,
            @Nullable String username,
            @Nullable Path passwordFile,
            @NotBlank String from,
            @NotEmpty List<@NotBlank String> to) {}

    /** How a line is secured. */
    enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    /**
     * Where incidents are posted as JSON.
     *
     * @param url the address
     * @param header name of the header that carries the secret (default {@code Authorization})
     * @param secretFile file whose first line is that header's value
     */
    record Webhook(
            @NotNull URI url,
            @DefaultValue("Authorization") String header,
            @Nullable Path secretFile) {}

    /**
     * A gateway for text messages: one call for each number.
     *
     * @param url the address
     * @param to the numbers
     * @param body what is sent, with <code>{to}</code> and <code>{text}</code> in it (default JSON of both)
     * @param contentType what that is (default {@code application/json})
     * @param accents whether the text keeps its accents, which halves what fits into a message (default false)
     * @param header name of the header that carries the secret (default {@code Authorization})
     * @param secretFile file whose first line is that header's value
     */
    record TextMessage(
            @NotNull URI url,
            @NotEmpty List<@NotBlank String> to,

            @DefaultValue("{\"to\":\"{to}\",\"text\":\"{text}\"}")
            String body,

            @DefaultValue("application/json") String contentType,
            @DefaultValue("false") boolean accents,
            @DefaultValue("Authorization") String header,
            @Nullable Path secretFile) {}
}
