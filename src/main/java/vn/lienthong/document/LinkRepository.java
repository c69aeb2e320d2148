package vn.lienthong.document;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.GatewayClock;

/** The table {@code document_link}. */
@Repository
class LinkRepository {
    private final JdbcTemplate jdbc;
    private final GatewayClock clock;

    LinkRepository(JdbcTemplate jdbc, GatewayClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The link's number: the one given before, living longer again when half its life is over, or a new one. */
    UUID give(String partner, LinkTarget target, Duration life) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "insert into document_link as l (id, partner, event_id, document, dossier_number, agency, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, clock_timestamp() + ?::interval)"
                        + " on conflict (partner, event_id, document) do update set"
                        + " reported = l.reported and l.expires_at >= excluded.expires_at - ?::interval,"
                        + " expires_at = case when l.expires_at < excluded.expires_at - ?::interval"
                        + " then excluded.expires_at else l.expires_at end"
                        + " returning id",
                UUID.class,
                UUID.randomUUID(),
                partner,
                target.event(),
                target.document(),
                target.dossierNumber(),
                target.agency(),
                interval(life.plus(clock.offset())),
                interval(life.dividedBy(2)),
                interval(life.dividedBy(2))));
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

    /** A link as it was given. */
    record Given(String partner, String document, String dossierNumber, boolean over) {}

    /** A link that nobody used. */
    record Unfetched(String partner, UUID event, String dossierNumber, String agency) {}
}
