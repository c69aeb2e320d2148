package vn.lienthong.document;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;

/** The table {@code document_link}. */
@Repository
class LinkRepository {
    private static final String GIVE = """
            insert into document_link as l (id, partner, event_id, document, dossier_number, agency, expires_at)
            select id, ?, event_id, document, dossier_number, agency, clock_timestamp() + life::interval
            from unnest(?, ?, ?, ?, ?) as t (id, event_id, document, dossier_number, agency), (values (?)) as v (life)
            order by event_id, document
            on conflict (partner, event_id, document) do update set
                reported = l.reported and l.expires_at >= excluded.expires_at - ?::interval,
                expires_at = case when l.expires_at < excluded.expires_at - ?::interval
                    then excluded.expires_at else l.expires_at end
            returning id, event_id, document
            """;

    private final JdbcTemplate jdbc;
    private final GatewayClock clock;

    LinkRepository(JdbcTemplate jdbc, GatewayClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The links' numbers: the one given before, living longer again when half its life is over, or a new one. One statement
     * for all, because a call of fifty dossiers names hundreds of documents; in one order for all, because two calls may
     * name the same.
     */
    Map<LinkTarget, UUID> give(String partner, Collection<LinkTarget> targets, Duration life) {
        Map<Named, LinkTarget> wanted = new LinkedHashMap<>();
        targets.forEach(target -> wanted.put(new Named(target.event(), target.document()), target));
        List<LinkTarget> rows = List.copyOf(wanted.values());
        Map<LinkTarget, UUID> given = new LinkedHashMap<>();
        if (rows.isEmpty()) {
            return given;
        }
        jdbc.query(
                GIVE,
                statement -> {
                    statement.setString(1, partner);
                    array(statement, 2, "uuid", rows, target -> Ids.next());
                    array(statement, 3, "uuid", rows, LinkTarget::event);
                    array(statement, 4, "text", rows, LinkTarget::document);
                    array(statement, 5, "text", rows, LinkTarget::dossierNumber);
                    array(statement, 6, "text", rows, LinkTarget::agency);
                    statement.setString(7, interval(life.plus(clock.offset())));
                    statement.setString(8, interval(life.dividedBy(2)));
                    statement.setString(9, interval(life.dividedBy(2)));
                },
                row -> {
                    Named named = new Named(row.getObject("event_id", UUID.class), row.getString("document"));
                    given.put(
                            Objects.requireNonNull(wanted.get(named), "a link nobody asked for"),
                            row.getObject("id", UUID.class));
                });
        return given;
    }

    private static void array(
            PreparedStatement statement,
            int index,
            String type,
            List<LinkTarget> rows,
            Function<LinkTarget, Object> value)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, rows.stream().map(value).toArray()));
    }

    Optional<Given> find(UUID id) {
        return jdbc
                .query(
                        "select partner, document, dossier_number, expires_at < clock_timestamp() + ?::interval"
                                + " from document_link where id = ?",
                        (row, number) ->
                                new Given(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)),
                        interval(clock.offset()),
                        id)
                .stream()
                .findFirst();
    }

    void countFetch(UUID id) {
        jdbc.update(
                "update document_link set fetches = fetches + 1,"
                        + " fetched_at = coalesce(fetched_at, clock_timestamp()) where id = ?",
                id);
    }

    /** Takes links that ended unfetched, each once, over all nodes. */
    List<Unfetched> takeUnfetched(int most) {
        return jdbc.query(
                "update document_link set reported = true where id in (select id from document_link"
                        + " where fetches = 0 and not reported and expires_at < clock_timestamp() + ?::interval"
                        + " order by expires_at limit ? for update skip locked)"
                        + " returning partner, event_id, dossier_number, agency",
                (row, number) -> new Unfetched(
                        row.getString(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4)),
                interval(clock.offset()),
                most);
    }

    private static String interval(Duration length) {
        return length.toMillis() + " milliseconds";
    }

    /** What a link of a partner is told apart by. */
    private record Named(UUID event, String document) {}

    /** A link as it was given. */
    record Given(String partner, String document, String dossierNumber, boolean over) {}

    /** A link that nobody used. */
    record Unfetched(String partner, UUID event, String dossierNumber, String agency) {}
}
