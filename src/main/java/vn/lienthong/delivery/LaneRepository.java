package vn.lienthong.delivery;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Keeps the hint {@code delivery.head}: where a claim is to look. Whoever adds to a lane, ends one of its deliveries or
 * learns whether the partner holds the dossier locks the lane first and refreshes the hint last. The hint never decides:
 * a claim derives the order anew from what it sees.
 */
@Repository
class LaneRepository {
    /**
     * Whether it is the turn of delivery {@code d}: nothing before it in its lane is open, and if it is a step, the partner
     * holds the dossier. A full state may pass steps that wait for it. The limits keep a planner from reading whole tables.
     */
    static final String ITS_TURN = """
            ((d.full_state or (select true from delivery_holding h
                    where h.partner = d.partner and h.dossier_number = d.dossier_number limit 1) is not null)
                and (select true from delivery e
                    where e.dossier_number = d.dossier_number and e.partner = d.partner and e.id < d.id
                    and e.state in ('READY', 'SENDING', 'SENT', 'UNCERTAIN', 'PARKED')
                    and not (d.full_state and not e.full_state and e.state = 'READY' and not e.maybe_sent
                        and (select true from delivery_holding h where h.partner = d.partner
                            and h.dossier_number = d.dossier_number limit 1) is null)
                    limit 1) is null)
            """;

    private static final int PART_SIZE = 10_000;
    private static final String PART = """
            select coalesce(max(id), 0), count(*) from (
                select id from delivery where state = 'READY' and not head and id > ? order by id limit ?) p
            """;
    private static final String REPAIR =
            "update delivery d set head = true where state = 'READY' and not head and id > ? and id <= ? and "
                    + ITS_TURN;

    private static final int LOCK_SPACE = 7243;
    private static final Logger LOG = LoggerFactory.getLogger(LaneRepository.class);

    private final JdbcTemplate jdbc;
    private long sweptTo;

    LaneRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the lanes of these dossiers until the transaction ends, in one order for all. */
    void lock(Collection<String> dossiers) {
        Object[] keys =
                dossiers.stream().map(String::hashCode).distinct().sorted().toArray();
        if (keys.length > 0) {
            jdbc.query(
                    "select pg_advisory_xact_lock(?, key) from unnest(?) as key",
                    statement -> {
                        statement.setInt(1, LOCK_SPACE);
                        statement.setArray(2, statement.getConnection().createArrayOf("integer", keys));
                    },
                    row -> {});
        }
    }

    /**
     * Finds out anew whose turn it is in these dossiers' lanes to these partners.
     *
     * @return of what kinds some may go now, to be rung for after the commit
     */
    Set<PartnerKind> refresh(Collection<String> partners, Collection<String> dossiers) {
        Set<PartnerKind> released = new HashSet<>();
        if (!dossiers.isEmpty()) {
            jdbc.query(
                    "update delivery d set head = not d.head where d.dossier_number = any(?) and d.partner = any(?)"
                            + " and d.state = 'READY' and d.head <> " + ITS_TURN
                            + " returning d.partner, d.kind, d.head",
                    statement -> {
                        statement.setArray(1, statement.getConnection().createArrayOf("text", dossiers.toArray()));
                        statement.setArray(2, statement.getConnection().createArrayOf("text", partners.toArray()));
                    },
                    row -> {
                        if (row.getBoolean("head")) {
                            released.add(new PartnerKind(row.getString("partner"), row.getString("kind")));
                        }
                    });
        }
        return released;
    }

    /**
     * Finds deliveries whose turn came unnoticed. There should be none; one that no hint names would never go. It goes on
     * where it stopped the last time, so that a turn costs the same behind ten deliveries and behind ten million.
     */
    @Scheduled(fixedDelay = 10_000, initialDelay = 60_000)
    int repair() {
        return repair(PART_SIZE);
    }

    int repair(int most) {
        Part part = jdbc.queryForObject(PART, (row, number) -> new Part(row.getLong(1), row.getLong(2)), sweptTo, most);
        if (part == null || part.size() == 0) {
            sweptTo = 0;
            return 0;
        }
        int missed = jdbc.update(REPAIR, sweptTo, part.last());
        sweptTo = part.size() < most ? 0 : part.last();
        if (missed > 0) {
            LOG.warn(
                    "{} việc gửi đã tới lượt mà chưa được đánh dấu, nay đã sửa / {} deliveries whose turn had come were not"
                            + " marked and are now",
                    missed,
                    missed);
        }
        return missed;
    }

    /** The deliveries that one turn of the repair looks at. */
    private record Part(long last, long size) {}
}
