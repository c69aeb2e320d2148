package vn.lienthong.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a register told.
 *
 * @param match MATCHED where it holds something under the key, NOT_MATCHED where nothing, UNVERIFIED where it was not told
 * @param held the fields asked for
 */
public record OtherLookUpAnswer(
        UUID lookUpId,
        LookUpAnswer.Match match,
        String source,
        Instant asOf,
        @Nullable Map<String, JsonNode> held,
        LookUpAnswer.@Nullable Reason reason) {
    @Override
    public String toString() {
        return "answer " + lookUpId + " " + match; // may name a person
    }
}
