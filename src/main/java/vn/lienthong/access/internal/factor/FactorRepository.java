package vn.lienthong.access.internal.factor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables {@code second_factor} and {@code second_factor_recovery}. */
@Repository
class FactorRepository {
    private static final String SELECT = "select id, operator, sealed, since, last_step, wrong, open_from,"
            + " (select count(*) from second_factor_recovery r where r.factor = f.id and used_at is null)"
            + " from second_factor f";

    private final JdbcTemplate jdbc;

    FactorRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> id(String operator) {
        return jdbc.queryForList("select id from second_factor where operator = ?", UUID.class, operator).stream()
                .findFirst();
    }

    Optional<Factor> find(String operator) {
        return jdbc.query(SELECT + " where operator = ?", FactorRepository::read, operator).stream()
                .findFirst();
    }

    /** The same, and whoever asks for it so waits until this transaction ends: codes are judged one after the other. */
    Optional<Factor> lock(String operator) {
        return jdbc.query(SELECT + " where operator = ? for update", FactorRepository::read, operator).stream()
                .findFirst();
    }

    List<Factor> all() {
        return jdbc.query(SELECT, FactorRepository::read);
    }

    /** False when the operator has one already. */
    boolean add(UUID id, String operator, byte[] sealed, Instant since, long lastStep, List<byte[]> recovery) {
        boolean first = jdbc.update(
                        "insert into second_factor (id, operator, sealed, since, last_step, open_from)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict (operator) do nothing",
                        id,
                        operator,
                        sealed,
                        Timestamp.from(since),
                        lastStep,
                        Timestamp.from(since))
                == 1;
        if (first) {
            jdbc.batchUpdate(
                    "insert into second_factor_recovery (factor, hash) values (?, ?)",
                    recovery.stream().map(hash -> new Object[] {id, hash}).toList());
        }
        return first;
    }

    /** False when this one is gone already. */
    boolean remove(UUID id) {
        return jdbc.update("delete from second_factor where id = ?", id) == 1;
    }

    /** Takes the code of a half minute; false when that one or a later one was taken, on whatever node. */
    boolean take(UUID id, long step, Instant now) {
        return jdbc.update(
                        "update second_factor set last_step = ?, wrong = 0, open_from = ? where id = ? and last_step < ?",
                        step,
                        Timestamp.from(now),
                        id,
                        step)
                == 1;
    }

    /** Takes a recovery code; false when it is none, or was taken. */
    boolean takeRecovery(UUID id, byte[] hash, Instant now) {
        boolean taken = jdbc.update(
                        "update second_factor_recovery set used_at = ? where factor = ? and hash = ? and used_at is null",
                        Timestamp.from(now),
                        id,
                        hash)
                == 1;
        if (taken) {
            jdbc.update("update second_factor set wrong = 0, open_from = ? where id = ?", Timestamp.from(now), id);
        }
        return taken;
    }

    void wrong(UUID id, int wrong, Instant openFrom) {
        jdbc.update(
                "update second_factor set wrong = ?, open_from = ? where id = ?", wrong, Timestamp.from(openFrom), id);
    }

    private static Factor read(ResultSet row, int number) throws SQLException {
        return new Factor(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getBytes(3),
                row.getTimestamp(4).toInstant(),
                row.getLong(5),
                row.getInt(6),
                row.getTimestamp(7).toInstant(),
                row.getInt(8));
    }
}
