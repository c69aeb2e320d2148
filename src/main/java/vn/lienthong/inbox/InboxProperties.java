package vn.lienthong.inbox;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What inboxes are told and how long they keep it: {@code lienthong.inbox.*}.
 *
 * @param keep how long an acknowledged item can still be read (default 30 days)
 * @param keepWaiting how long an item waits for an acknowledgement before it is removed all the same (default 1 year)
 * @param tellConfirmed agencies whose systems also want to be told of each confirmed delivery, those below them included
 *     (default none: only what was refused or stands before a person)
 */
@Validated
@ConfigurationProperties("lienthong.inbox")
public record InboxProperties(
        @DefaultValue("30d") @NotNull Duration keep,
        @DefaultValue("365d") @NotNull Duration keepWaiting,
        @DefaultValue List<String> tellConfirmed) {
    public InboxProperties {
        tellConfirmed = List.copyOf(tellConfirmed);
    }
}
