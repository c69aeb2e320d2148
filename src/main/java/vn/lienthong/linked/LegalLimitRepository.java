package vn.lienthong.linked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code linked_limit}. */
@Repository
class LegalLimitRepository {
    private static final int LOCK_SPACE = 7248;

    private final JdbcTemplate jdbc;

    LegalLimitRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A delivery that missed a time. */
    record Missed(long delivery, String dossierNumber, LegalLimit limit) {
        static final Missed FIRST = new Missed(0, "", LegalLimit.PASSED_ON);
    }

    /** Lets no other node tell or take back anything of this dossier until the transaction ends. */
    void lock(String dossierNumber) {
        jdbc.query("select pg_advisory_xact_lock(?, hashtext(?))", row -> {}, LOCK_SPACE, dossierNumber);
    }

    /** Notes that this is told; false when it was told before, by whichever node. */
    boolean tell(Missed missed, Instant at) {
        return jdbc.update(
                        "insert into linked_limit (delivery_id, time_limit, dossier_number, told_at) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        missed.delivery(),
                        missed.limit().name(),
                        missed.dossierNumber(),
                        Timestamp.from(at))
                == 1;
    }

    /** What was told of these deliveries, whether it still stands or not. */
    Set<Missed> told(Collection<Long> deliveries) {
        return new HashSet<>(jdbc.query(
                "select delivery_id, dossier_number, time_limit from linked_limit where delivery_id = any(?)",
                statement ->
                        statement.setArray(1, statement.getConnection().createArrayOf("bigint", deliveries.toArray())),
                LegalLimitRepository::read));
    }

    /** What was told and has not gone on, as far as it was seen, from the one after this on. */
    List<Missed> standing(Missed after, int most) {
        return jdbc.query(
                "select delivery_id, dossier_number, time_limit from linked_limit where open"
                        + " and (delivery_id, time_limit) > (?, ?) order by delivery_id, time_limit limit ?",
                LegalLimitRepository::read,
                after.delivery(),
                after.limit().name(),
                most);
    }

    /** Notes that it has gone on; it is not told again. Whether nothing else of the kind stands with its dossier. */
    boolean close(Missed missed) {
        jdbc.update(
                "update linked_limit set open = false where delivery_id = ? and time_limit = ?",
                missed.delivery(),
                missed.limit().name());
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select not exists (select from linked_limit where open and dossier_number = ? and time_limit = ?)",
                Boolean.class,
                missed.dossierNumber(),
                missed.limit().name()));
    }

    private static Missed read(ResultSet row, int number) throws SQLException {
        return new Missed(row.getLong(1), row.getString(2), LegalLimit.valueOf(row.getString(3)));
    }
}
