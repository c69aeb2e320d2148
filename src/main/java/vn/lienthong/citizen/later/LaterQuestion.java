package vn.lienthong.citizen.later;

import java.time.Instant;
import java.util.UUID;

/**
 * A question that waits to be asked again.
 *
 * @param id the look-up that got no answer
 * @param question as it was put, in its JSON
 * @param attempts how often it was asked again so far
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record LaterQuestion(
        UUID id,
        String dossierNumber,
        String agency,
        String client,
        String personalId,
        byte[] question,
        Instant giveUpAt,
        int attempts) {
    @Override
    public String toString() {
        return "later question " + id; // names a person
    }
}
