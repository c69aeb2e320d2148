package vn.lienthong.linked;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code linked_limit}. */
@Repository
class LegalLimitRepository {
    private final JdbcTemplate jdbc;

    LegalLimitRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A delivery that missed a time. */
    record Missed(long delivery, String dossierNumber, LegalLimit limit) {}

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

    /** What was told and has not gone on, as far as it was seen. */
    List<Missed> open() {
        return jdbc.query(
                "select delivery_id, dossier_number, time_limit from linked_limit where open",
                (row, number) -> new Missed(row.getLong(1), row.getString(2), LegalLimit.valueOf(row.getString(3))));
    }

    /** Notes that it has gone on; it is not told again. */
    void close(Missed missed) {
        jdbc.update(
                "update linked_limit set open = false where delivery_id = ? and time_limit = ?",
                missed.delivery(),
                missed.limit().name());
    }
}
