package vn.lienthong.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.kernel.GatewayClock;

/**
 * Takes deliveries of the table {@code delivery} for this node. One claim at a time per partner and kind, over all nodes,
 * so that two do not pick the same rows and one goes away empty.
 */
@Repository
class ClaimRepository {
    private static final String RETURNED = """
            d.id, d.dossier_number, d.event_id, d.kind, d.full_state, d.agency, d.unit_code, d.attempts, d.faults, d.alone,
            d.uncertain_since, exists (select 1 from delivery_holding h
                where h.partner = d.partner and h.dossier_number = d.dossier_number) as held
            """;

    /**
     * Deliveries that the hint names and whose time has come, an equal share of each agency first, then by legal time. Of
     * many agencies it looks at more than are wanted, so whose turn it really is, is found out for those picked alone.
     */
    static final String PICK = """
            with recursive agency(code) as (
                (select agency from delivery where partner = :partner and kind = :kind and state = 'READY' and head
                    and due_at <= statement_timestamp() + :offset::interval order by agency limit 1)
                union all
                select (select d.agency from delivery d where d.partner = :partner and d.kind = :kind
                    and d.state = 'READY' and d.head and d.agency > a.code
                    and d.due_at <= statement_timestamp() + :offset::interval order by d.agency limit 1)
                from agency a where a.code is not null
            ), share(most) as (
                select greatest(2, ceil(2.0 * :most / greatest(1, count(code))))::integer from agency
            )
            select c.id from agency a cross join lateral (
                select h.id, row_number() over (order by h.legal_due, h.id) as turn from (
                    select d.id, d.legal_due from delivery d
                    where d.partner = :partner and d.kind = :kind and d.state = 'READY' and d.head and d.agency = a.code
                        and d.due_at <= statement_timestamp() + :offset::interval
                    order by d.legal_due, d.id
                    limit (select most from share)) h
            ) c where a.code is not null order by c.turn, c.id limit :most
            """;

    private static final String TAKE = """
            update delivery d set state = 'SENDING', attempts = d.attempts + 1, lease_token = ?, lease_node = ?,
                lease_until = clock_timestamp() + ?::interval, changed_at = clock_timestamp()
            from (select d.id from delivery d where d.id = any(?) and d.state = 'READY' and %s
                for update of d skip locked) p
            where d.id = p.id
            returning
            """.formatted(LaneRepository.ITS_TURN) + RETURNED;

    /**
     * A hint that proves wrong would be picked again and again. If it came true meanwhile, the sweep over lanes sees it. Rows
     * that another transaction holds are left alone: it may wait for one that was just taken here.
     */
    private static final String FORGET_HINTS = """
            update delivery d set head = false
            from (select d.id from delivery d where d.id = any(?) and d.state = 'READY' and d.head and not %s
                for update of d skip locked) p
            where d.id = p.id
            """.formatted(LaneRepository.ITS_TURN);

    private static final String TAKE_DOUBTFUL = """
            update delivery d set lease_token = ?, lease_node = ?, lease_until = clock_timestamp() + ?::interval
            from (select id from delivery where partner = ? and kind = ? and state = 'UNCERTAIN'
                and due_at <= statement_timestamp() + ?::interval
                and (lease_until is null or lease_until < clock_timestamp())
                order by due_at limit ? for update skip locked) p
            where d.id = p.id
            returning
            """ + RETURNED;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final GatewayClock clock;

    ClaimRepository(JdbcTemplate jdbc, GatewayClock clock) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.clock = clock;
    }

    /** Claims deliveries for sending, in the order in which they should go. */
    @Transactional
    public Found claim(Wanted wanted) {
        jdbc.query(
                "select pg_advisory_xact_lock(7241, hashtext(?))", row -> {}, wanted.partner() + "/" + wanted.kind());
        if (allCallsTaken(wanted)) {
            return Found.NOTHING;
        }
        Object[] picked = pick(wanted);
        if (picked.length == 0) {
            return Found.NOTHING;
        }
        List<Claim> taken = take(wanted, picked);
        if (taken.size() < picked.length) {
            jdbc.update(
                    FORGET_HINTS,
                    statement -> statement.setArray(1, statement.getConnection().createArrayOf("bigint", picked)));
        }
        return new Found(taken, picked.length == wanted.most());
    }

    private List<Claim> take(Wanted wanted, Object[] picked) {
        return jdbc
                .query(
                        TAKE,
                        statement -> {
                            statement.setObject(1, wanted.token());
                            statement.setInt(2, wanted.node());
                            statement.setString(3, interval(wanted.lease()));
                            statement.setArray(4, statement.getConnection().createArrayOf("bigint", picked));
                        },
                        ClaimRepository::read)
                .stream()
                .sorted(Comparator.comparingLong(claim -> claim.item().id()))
                .toList();
    }

    /** Claims deliveries whose arrival is in doubt and whose settle time is over. */
    @Transactional
    public Found claimDoubtful(Wanted wanted) {
        if (allCallsTaken(wanted)) {
            return Found.NOTHING;
        }
        List<Claim> taken = jdbc.query(
                TAKE_DOUBTFUL,
                ClaimRepository::read,
                wanted.token(),
                wanted.node(),
                interval(wanted.lease()),
                wanted.partner(),
                wanted.kind(),
                interval(clock.offset()),
                wanted.most());
        return new Found(taken, taken.size() == wanted.most());
    }

    private Object[] pick(Wanted wanted) {
        return named.queryForList(
                        PICK,
                        Map.of(
                                "partner",
                                wanted.partner(),
                                "kind",
                                wanted.kind(),
                                "most",
                                wanted.most(),
                                "offset",
                                interval(clock.offset())),
                        Long.class)
                .toArray();
    }

    /** One lease token is one call at a time. The lock keeps another kind from finding the same room. */
    private boolean allCallsTaken(Wanted wanted) {
        Integer most = wanted.callsAtOnce();
        if (most == null) {
            return false;
        }
        jdbc.query("select pg_advisory_xact_lock(7241, hashtext(?))", row -> {}, wanted.partner());
        Integer taken = jdbc.queryForObject(
                "select count(distinct lease_token) from delivery where lease_node is not null and partner = ?"
                        + " and lease_until > clock_timestamp()",
                Integer.class,
                wanted.partner());
        return taken != null && taken >= most;
    }

    private static String interval(Duration length) {
        return length.toMillis() + " milliseconds";
    }

    private static Claim read(ResultSet row, int number) throws SQLException {
        Timestamp since = row.getTimestamp("uncertain_since");
        return new Claim(
                new ClaimedDelivery(
                        row.getLong("id"),
                        row.getString("dossier_number"),
                        row.getObject("event_id", UUID.class),
                        row.getString("kind"),
                        row.getBoolean("full_state"),
                        row.getString("agency"),
                        row.getString("unit_code"),
                        row.getInt("attempts"),
                        row.getInt("faults"),
                        row.getBoolean("held"),
                        since == null ? null : since.toInstant()),
                row.getBoolean("alone"));
    }

    /**
     * Whose deliveries to claim, at most how many, for whom and how long; {@code callsAtOnce}: most calls to the partner at
     * one time, null for no limit.
     */
    record Wanted(
            String partner,
            String kind,
            int most,
            UUID token,
            int node,
            Duration lease,
            @Nullable Integer callsAtOnce) {}

    /** What was claimed; {@code more}: there was at least as much as wanted, even if others or wrong hints left less. */
    record Found(List<Claim> claims, boolean more) {
        static final Found NOTHING = new Found(List.of(), false);
    }

    /** A claimed delivery; {@code alone}: must not share a call with others. */
    record Claim(ClaimedDelivery item, boolean alone) {}
}
