package vn.lienthong.linked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables {@code linked_fact} and {@code linked_handed}. */
@Repository
class LinkedFactRepository {
    private static final String COLUMNS = "event_id, parent, dossier_number, told_at";

    private final JdbcTemplate jdbc;

    LinkedFactRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes new facts; those that the same dossier gave before are handed on no more. */
    void begin(LinkedFact fact) {
        jdbc.update(
                "update linked_fact set open = false, hinted = false where dossier_number = ? and open",
                fact.dossierNumber());
        jdbc.update(
                "insert into linked_fact (event_id, parent, dossier_number, told_at) values (?, ?, ?, ?)",
                fact.event(),
                fact.parent(),
                fact.dossierNumber(),
                Timestamp.from(fact.toldAt()));
    }

    /** Wants a look at once at the facts of these linked dossiers. Waits for nobody: a hint that is lost costs a minute. */
    void hint(Collection<String> parents) {
        jdbc.update(
                "update linked_fact set hinted = true where event_id in (select event_id from linked_fact"
                        + " where parent = any(?) and open and not hinted order by event_id for update skip locked)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", parents.toArray())));
    }

    /** Takes the hints away and gives what they were about, oldest first. */
    List<LinkedFact> hinted(int most) {
        return jdbc
                .query(
                        "update linked_fact set hinted = false where event_id in (select event_id from linked_fact"
                                + " where hinted order by event_id limit ? for update skip locked) returning "
                                + COLUMNS,
                        LinkedFactRepository::read,
                        most)
                .stream()
                .sorted(java.util.Comparator.comparing(fact -> fact.event().toString()))
                .toList();
    }

    /** Open ones, oldest first, from the one after {@code after} on. */
    List<LinkedFact> open(@Nullable UUID after, int most) {
        return jdbc.query(
                "select " + COLUMNS + " from linked_fact where open and (?::uuid is null or event_id > ?::uuid)"
                        + " order by event_id limit ?",
                LinkedFactRepository::read,
                after,
                after,
                most);
    }

    /** All that legs of a linked dossier gave, oldest first. */
    List<LinkedFact> of(String parent) {
        return jdbc.query(
                "select " + COLUMNS + " from linked_fact where parent = ? order by told_at",
                LinkedFactRepository::read,
                parent);
    }

    boolean isOpen(UUID event) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from linked_fact where event_id = ? and open)", Boolean.class, event));
    }

    void close(UUID event) {
        jdbc.update("update linked_fact set open = false, hinted = false where event_id = ?", event);
    }

    /** The dossiers that have these facts already. */
    Set<String> handed(UUID fact) {
        return new TreeSet<>(
                jdbc.queryForList("select dossier_number from linked_handed where fact = ?", String.class, fact));
    }

    /** Notes that this dossier has these facts by this event; false when it had them. */
    boolean hand(UUID fact, String dossier, UUID event, Instant at) {
        return jdbc.update(
                        "insert into linked_handed (fact, dossier_number, event_id, handed_at) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        fact,
                        dossier,
                        event,
                        Timestamp.from(at))
                == 1;
    }

    /** The dossiers whose facts this one was given. */
    List<String> givers(String dossier) {
        return jdbc.queryForList(
                "select distinct f.dossier_number from linked_handed h join linked_fact f on f.event_id = h.fact"
                        + " where h.dossier_number = ? order by 1",
                String.class,
                dossier);
    }

    private static LinkedFact read(ResultSet row, int number) throws SQLException {
        return new LinkedFact(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant());
    }
}
