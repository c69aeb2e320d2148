package vn.lienthong.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.citizen.person.PersonField;
import vn.lienthong.kernel.Bilingual;

/**
 * What the officer is told.
 *
 * @param lookUpId its id in the data tracker
 * @param match whether paper and register say the same
 * @param source which register
 * @param asOf when the register told it
 * @param cached whether it was told to somebody before
 * @param person the fields asked for, only where they match
 * @param differences what differs
 * @param reason why it is not a match, if it is none
 * @param askedAgainUntil until when the gateway asks again by itself; null where it does not
 */
public record LookUpAnswer(
        UUID lookUpId,
        Match match,
        String source,
        Instant asOf,
        boolean cached,
        @Nullable Map<PersonField, JsonNode> person,
        List<Difference> differences,
        @Nullable Reason reason,
        @Nullable Instant askedAgainUntil) {
    /** How paper and register compare. None of them refuses anything to anybody. */
    public enum Match {
        MATCHED,
        NOT_MATCHED,
        UNVERIFIED
    }

    /** Something the register holds otherwise than the paper. */
    public record Difference(PersonField field, String code, String told, String held) {}

    /** A stable code with words for the officer. */
    public record Reason(String code, Bilingual text) {}

    @Override
    public String toString() {
        return "answer " + lookUpId + " " + match; // names a person
    }
}
