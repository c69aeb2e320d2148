package vn.lienthong.citizen.export;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.DataSeal;

/** The table {@code tracker_hold}. */
@Repository
class HoldRepository {
    private static final int MOST = 500;

    private final JdbcTemplate jdbc;
    private final DataSeal seal;

    HoldRepository(JdbcTemplate jdbc, DataSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    void add(LegalHold hold, @Nullable String personalId) {
        jdbc.update(
                "insert into tracker_hold (id, at, ordered_by, person_mark, dossier_number, until, sealed)"
                        + " values (?,?,?,?,?,?,?)",
                hold.id(),
                Timestamp.from(hold.at()),
                hold.orderedBy(),
                personalId == null ? null : mark(personalId),
                hold.dossierNumber(),
                Timestamp.from(hold.until()),
                seal.seal(hold.legalBasis().getBytes(StandardCharsets.UTF_8), context(hold.id())));
    }

    /** False when there is no such hold, or it was lifted before. */
    boolean lift(UUID id, String by, Instant now) {
        return jdbc.update(
                        "update tracker_hold set lifted_at = ?, lifted_by = ? where id = ? and lifted_at is null",
                        Timestamp.from(now),
                        by,
                        id)
                == 1;
    }

    /** Newest first. */
    List<LegalHold> all() {
        return jdbc.query("select * from tracker_hold order by id desc limit " + MOST, (row, place) -> {
            UUID id = row.getObject("id", UUID.class);
            Timestamp lifted = row.getTimestamp("lifted_at");
            return new LegalHold(
                    id,
                    row.getTimestamp("at").toInstant(),
                    row.getString("ordered_by"),
                    row.getString("dossier_number"),
                    row.getTimestamp("until").toInstant(),
                    new String(seal.open(row.getBytes("sealed"), context(id)), StandardCharsets.UTF_8),
                    lifted == null ? null : lifted.toInstant(),
                    row.getString("lifted_by"));
        });
    }

    boolean holdsPerson(String personalId, Instant now) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from tracker_hold where person_mark = ? and lifted_at is null and until > ?)",
                Boolean.class,
                mark(personalId),
                Timestamp.from(now)));
    }

    /** Which of these dossiers are held. */
    Set<String> held(Set<String> dossiers, Instant now) {
        return new HashSet<>(jdbc.query(
                "select dossier_number from tracker_hold where dossier_number = any(?) and lifted_at is null and until > ?",
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("text", dossiers.toArray()));
                    statement.setTimestamp(2, Timestamp.from(now));
                },
                (row, place) -> row.getString(1)));
    }

    private byte[] mark(String personalId) {
        return seal.mark(personalId.strip().getBytes(StandardCharsets.UTF_8), "person");
    }

    private static byte[] context(UUID id) {
        return ("tracker-hold:" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
