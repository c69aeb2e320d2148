package vn.lienthong.post.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.DataSeal;

/** The table {@code post_handover}. */
@Repository
class HandoverRepository {
    private final JdbcTemplate jdbc;
    private final DataSeal seal;
    private final ObjectMapper json;

    HandoverRepository(JdbcTemplate jdbc, DataSeal seal, ObjectMapper json) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json;
    }

    /** A hand-over that was committed. */
    @SuppressWarnings("ArrayRecordComponent") // compared through sameContent only
    record Stored(UUID id, byte[] digest, byte[] answer) {
        boolean sameContent(byte[] other) {
            return Arrays.equals(digest, other);
        }
    }

    Optional<Stored> find(String client, String number) {
        return jdbc
                .query(
                        "select id, digest, answer from post_handover where client = ? and number = ?",
                        (row, place) -> {
                            UUID id = row.getObject(1, UUID.class);
                            return new Stored(id, row.getBytes(2), seal.open(row.getBytes(3), context(id, "answer")));
                        },
                        client,
                        number)
                .stream()
                .findFirst();
    }

    /** Takes the number for this hand-over; false where another one has it, after waiting for one that takes it now. */
    boolean begin(Draft draft) {
        return jdbc.update(
                        "insert into post_handover (id, client, number, digest, signed_at) values (?, ?, ?, ?, ?)"
                                + " on conflict (client, number) do nothing",
                        draft.id(),
                        draft.caller().clientId(),
                        draft.manifest().number(),
                        draft.digest(),
                        Timestamp.from(draft.signedAt().toInstant()))
                == 1;
    }

    /** Keeps the answer and what the record will print. */
    void finish(HandoverFacts facts, byte[] answer) {
        jdbc.update(
                "update post_handover set answer = ?, facts = ? where id = ?",
                seal.seal(answer, context(facts.id(), "answer")),
                seal.seal(written(facts), context(facts.id(), "facts")),
                facts.id());
    }

    /** What the record of this hand-over prints. */
    HandoverFacts facts(UUID id) {
        byte[] sealed = Objects.requireNonNull(
                jdbc.queryForObject("select facts from post_handover where id = ?", byte[].class, id));
        try {
            return json.readValue(seal.open(sealed, context(id, "facts")), HandoverFacts.class);
        } catch (IOException corrupt) {
            throw new IllegalStateException("A stored hand-over does not read", corrupt);
        }
    }

    private byte[] written(HandoverFacts facts) {
        try {
            return json.writeValueAsBytes(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A hand-over does not write as JSON", impossible);
        }
    }

    private static byte[] context(UUID id, String what) {
        return ("handover:" + what + ":" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
