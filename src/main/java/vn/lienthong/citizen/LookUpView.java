package vn.lienthong.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.citizen.LookUpAnswer.Difference;
import vn.lienthong.citizen.LookUpAnswer.Match;
import vn.lienthong.kernel.GatewayClock;

/** An answer as it goes over the wire, in the caller's language. */
public record LookUpView(
        UUID lookupId,
        Match match,
        String source,
        OffsetDateTime asOf,
        boolean cached,
        @Nullable Map<String, JsonNode> person,
        List<Difference> differences,
        @Nullable Reason reason,
        @Nullable OffsetDateTime askedAgainUntil) {
    /** A stable code with words for the officer. */
    public record Reason(String code, String message) {}

    /** The answer in {@code vi} or {@code en}. */
    public static LookUpView of(LookUpAnswer answer, String language) {
        LookUpAnswer.Reason reason = answer.reason();
        Instant again = answer.askedAgainUntil();
        Map<String, JsonNode> person = null;
        if (answer.person() != null) {
            person = new LinkedHashMap<>();
            for (var field : answer.person().entrySet()) {
                person.put(field.getKey().word(), field.getValue());
            }
        }
        return new LookUpView(
                answer.lookUpId(),
                answer.match(),
                answer.source(),
                answer.asOf().atZone(GatewayClock.ZONE).toOffsetDateTime(),
                answer.cached(),
                person,
                answer.differences(),
                reason == null ? null : new Reason(reason.code(), reason.text().in(language)),
                again == null ? null : again.atZone(GatewayClock.ZONE).toOffsetDateTime());
    }
}
