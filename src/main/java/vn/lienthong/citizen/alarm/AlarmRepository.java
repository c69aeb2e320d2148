package vn.lienthong.citizen.alarm;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Patterns in the rows of the data tracker, and the table {@code lookup_alarm}. */
@Repository
class AlarmRepository {
    /** The person behind a row is its mark: no number is read for this. */
    private static final RowMapper<Pattern> PATTERN = (row, place) -> new Pattern(
            row.getString("subject"), row.getString("agency"), row.getString("dossier"), row.getInt("amount"));

    private final JdbcTemplate jdbc;

    AlarmRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody about whom a pattern was seen, with the agency and the dossier of the last of these look-ups. */
    record Pattern(String subject, String agency, @Nullable String dossierNumber, int amount) {}

    List<Pattern> personsByOfficer(Instant since, int least) {
        return jdbc.query(
                "select agency || ' ' || officer_id as subject, agency, count(distinct person_mark) as amount,"
                        + " (array_agg(dossier_number order by id desc))[1] as dossier from data_tracker"
                        + " where at >= ? and agency is not null and officer_id is not null and person_mark is not null"
                        + " group by agency, officer_id having count(distinct person_mark) >= ? limit 100",
                PATTERN,
                Timestamp.from(since),
                least);
    }

    List<Pattern> officersByPerson(Instant since, int least) {
        return jdbc.query(
                "select encode(person_mark, 'hex') as subject, (array_agg(agency order by id desc))[1] as agency,"
                        + " count(distinct agency || ' ' || officer_id) as amount,"
                        + " (array_agg(dossier_number order by id desc))[1] as dossier from data_tracker"
                        + " where at >= ? and agency is not null and officer_id is not null and person_mark is not null"
                        + " group by person_mark having count(distinct agency || ' ' || officer_id) >= ? limit 100",
                PATTERN,
                Timestamp.from(since),
                least);
    }

    List<Pattern> atNight(Instant since, LocalTime from, LocalTime to, int least) {
        String hour = "(at at time zone 'Asia/Ho_Chi_Minh')::time";
        String night = from.isBefore(to)
                ? hour + " >= ?::time and " + hour + " < ?::time"
                : "(" + hour + " >= ?::time or " + hour + " < ?::time)";
        return jdbc.query(
                "select agency || ' ' || officer_id as subject, agency, count(*) as amount,"
                        + " (array_agg(dossier_number order by id desc))[1] as dossier from data_tracker"
                        + " where at >= ? and agency is not null and officer_id is not null and " + night
                        + " group by agency, officer_id having count(*) >= ? limit 100",
                PATTERN,
                Timestamp.from(since),
                from.toString(),
                to.toString(),
                least);
    }

    /** True for whoever notes this first on this day. */
    boolean first(String kind, String subject, LocalDate day, Instant now) {
        return jdbc.update(
                        "insert into lookup_alarm (kind, subject, day, seen_at) values (?,?,?,?) on conflict do nothing",
                        kind,
                        subject,
                        day,
                        Timestamp.from(now))
                == 1;
    }

    void forgetBefore(LocalDate day) {
        jdbc.update("delete from lookup_alarm where day < ?", day);
    }
}
