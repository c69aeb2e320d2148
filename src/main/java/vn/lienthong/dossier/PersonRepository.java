package vn.lienthong.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables {@code dossier_person} and {@code dossier_person_filled}. */
@Repository
class PersonRepository {
    private static final int LOCK = 7262;

    private final JdbcTemplate jdbc;

    PersonRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the marks of dossiers that are locked; a row that stays as it was is not touched. */
    void put(Map<String, Collection<Long>> marks) {
        write(marks, "do update set marks = excluded.marks where dossier_person.marks is distinct from excluded.marks");
    }

    /** Writes marks of states that may be old by now: whoever told a newer one has written its own. */
    void fill(Map<String, Collection<Long>> marks) {
        write(marks, "do nothing");
    }

    private void write(Map<String, Collection<Long>> marks, String onConflict) {
        if (!marks.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into dossier_person (dossier_number, marks) values (?, ?) on conflict (dossier_number) "
                            + onConflict,
                    marks.entrySet(),
                    marks.size(),
                    (statement, entry) -> {
                        statement.setString(1, entry.getKey());
                        statement.setArray(
                                2,
                                statement
                                        .getConnection()
                                        .createArrayOf(
                                                "bigint", entry.getValue().toArray()));
                    });
        }
    }

    /**
     * Dossiers that bear all these marks, those that changed last first.
     *
     * @throws QueryTimeoutException when that would take longer than anybody waits
     */
    List<String> bearing(Collection<Long> marks, int most) {
        JdbcTemplate impatient = new JdbcTemplate(jdbc.getDataSource());
        impatient.setQueryTimeout(5);
        return impatient.query(
                "select p.dossier_number from dossier_person p join dossier d on d.number = p.dossier_number"
                        + " where p.marks @> ? order by d.updated_at desc limit ?",
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("bigint", marks.toArray()));
                    statement.setInt(2, most);
                },
                (row, number) -> row.getString(1));
    }

    /** Whether this transaction fills now; the right ends with it, also when the process dies. */
    boolean locked() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?, 0)", Boolean.class, LOCK));
    }

    boolean filled() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select done from dossier_person_filled", Boolean.class));
    }

    String filledUpTo() {
        return String.valueOf(jdbc.queryForObject("select after from dossier_person_filled", String.class));
    }

    void noteFilled(String after, boolean done) {
        jdbc.update("update dossier_person_filled set after = ?, done = ?", after, done);
    }

    /** The next dossiers by number that stand at some state. */
    List<String> next(String after, int most) {
        return jdbc.queryForList(
                "select number from dossier where number > ? and state_event is not null order by number limit ?",
                String.class,
                after,
                most);
    }
}
