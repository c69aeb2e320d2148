package vn.lienthong.citizen.later;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.DataSeal;

/** The table {@code later_question}. */
@Repository
class LaterRepository {
    private final JdbcTemplate jdbc;
    private final DataSeal seal;

    LaterRepository(JdbcTemplate jdbc, DataSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** False when a question about this person of this dossier waits already. */
    boolean add(LaterQuestion question, Instant due) {
        byte[] mark = seal.mark(question.personalId().strip().getBytes(StandardCharsets.UTF_8), "person");
        return jdbc.update(
                        "insert into later_question (id, dossier_number, agency, client, person_mark, sealed, give_up_at,"
                                + " due_at) values (?,?,?,?,?,?,?,?) on conflict do nothing",
                        question.id(),
                        question.dossierNumber(),
                        question.agency(),
                        question.client(),
                        mark,
                        seal.seal(question.question(), context(question.id())),
                        Timestamp.from(question.giveUpAt()),
                        Timestamp.from(due))
                == 1;
    }

    /** Takes one that is due, until {@code lease}: a node that ends meanwhile leaves it to the others. */
    Optional<LaterQuestion> take(Instant now, Instant lease) {
        return jdbc
                .query(
                        "update later_question set due_at = ?, attempts = attempts + 1 where id = (select id from"
                                + " later_question where ended_at is null and due_at <= ? order by due_at limit 1"
                                + " for update skip locked)"
                                + " returning id, dossier_number, agency, client, sealed, give_up_at, attempts",
                        (row, place) -> {
                            UUID id = row.getObject("id", UUID.class);
                            return new LaterQuestion(
                                    id,
                                    row.getString("dossier_number"),
                                    row.getString("agency"),
                                    row.getString("client"),
                                    "",
                                    seal.open(row.getBytes("sealed"), context(id)),
                                    row.getTimestamp("give_up_at").toInstant(),
                                    row.getInt("attempts"));
                        },
                        Timestamp.from(lease),
                        Timestamp.from(now))
                .stream()
                .findFirst();
    }

    void again(UUID id, Instant due) {
        jdbc.update("update later_question set due_at = ? where id = ? and ended_at is null", Timestamp.from(due), id);
    }

    /** False when it had ended before. */
    boolean end(UUID id, String outcome, Instant now) {
        return jdbc.update(
                        "update later_question set ended_at = ?, outcome = ? where id = ? and ended_at is null",
                        Timestamp.from(now),
                        outcome,
                        id)
                == 1;
    }

    /** Whether another question of this dossier still waits. */
    boolean waits(String dossierNumber) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from later_question where dossier_number = ? and ended_at is null)",
                Boolean.class,
                dossierNumber));
    }

    /** Forgets what ended this long ago. */
    void forget(Instant now, Duration kept) {
        jdbc.update(
                "delete from later_question where id in (select id from later_question where ended_at < ? limit 1000)",
                Timestamp.from(now.minus(kept)));
    }

    private static byte[] context(UUID id) {
        return ("later-question:" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
