package vn.lienthong.document;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;

/** Which results of the table {@code document_result} wait for a verdict that could not be given. */
@Repository
class DoubtRepository {
    /** Longer than judging can take. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final JdbcTemplate jdbc;
    private final GatewayClock clock;
    private final DataSeal seal;

    DoubtRepository(JdbcTemplate jdbc, GatewayClock clock, DataSeal seal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.seal = seal;
    }

    /** A result with signatures that nobody could confirm. */
    record Doubtful(
            UUID id, String dossierNumber, String agency, DocumentType type, Instant receivedAt, int attempts) {}

    /** Takes the next that is due, for one node alone. */
    Optional<Doubtful> take() {
        return jdbc
                .query(
                        "update document_result set judge_attempts = judge_attempts + 1,"
                                + " judge_due_at = clock_timestamp() + ?::interval where id = (select id from document_result"
                                + " where judge_due_at <= clock_timestamp() + ?::interval order by judge_due_at limit 1"
                                + " for update skip locked) returning id, dossier_number, agency, media_type, received_at,"
                                + " judge_attempts",
                        (row, number) -> new Doubtful(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                DocumentType.ofMediaType(row.getString(4)),
                                row.getTimestamp(5).toInstant(),
                                row.getInt(6)),
                        interval(LEASE.plus(clock.offset())),
                        interval(clock.offset()))
                .stream()
                .findFirst();
    }

    void postpone(Doubtful result, Duration pause) {
        jdbc.update(
                "update document_result set judge_due_at = clock_timestamp() + ?::interval where id = ?",
                interval(pause.plus(clock.offset())),
                result.id());
    }

    void giveUp(Doubtful result) {
        jdbc.update("update document_result set judge_due_at = null where id = ?", result.id());
    }

    /** Notes the verdict; what is found broken is handed out no more. */
    void judged(Doubtful result, Signatures signatures) {
        jdbc.update(
                "update document_result set verdict = ?, judge_due_at = null, state = case when ? then 'WITHHELD' else state"
                        + " end, seal_due_at = case when ? then null else seal_due_at end where id = ?",
                seal.seal(ResultRepository.json(signatures), ResultRepository.context(result.id())),
                signatures.state() == Signatures.State.BROKEN,
                signatures.state() == Signatures.State.BROKEN,
                result.id());
    }

    boolean othersOfItsDossier(Doubtful result) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from document_result where dossier_number = ? and id <> ?"
                        + " and judge_due_at is not null)",
                Boolean.class,
                result.dossierNumber(),
                result.id()));
    }

    private static String interval(Duration length) {
        return length.toMillis() + " milliseconds";
    }
}
