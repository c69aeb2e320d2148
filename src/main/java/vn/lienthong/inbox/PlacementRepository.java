package vn.lienthong.inbox;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.Ids;

/**
 * Gives told events their positions. One node at a time does so, and only to events below the oldest transaction that is
 * still open: nothing can commit later into a part of the feed that was read already. An event waits for those told before
 * it, because a transaction that began first may tell last.
 */
@Repository
class PlacementRepository {
    private static final int LOCK = 7261;
    private static final int MOST = 2000;

    /**
     * A transaction number from the future is not one of ours: the database was restored from another server's copy, and
     * whoever told it is long done.
     */
    private static final String PLACE = """
            with ready as (
                delete from inbox_told t using (
                    select number, bool_and(xid < pg_snapshot_xmin(pg_current_snapshot())
                        or xid >= pg_snapshot_xmax(pg_current_snapshot())) over (order by number) as so_far
                    from (select number, xid from inbox_told order by number limit ?) first) r
                where t.number = r.number and r.so_far
                returning t.*
            ), placed as (
                insert into inbox_item (position, id, addresses, type, subject, at, data)
                select nextval('inbox_position'), id, addresses, type, subject, at, data
                from (select * from ready order by number) r
                returning position, subject, addresses
            ), shown as (
                insert into inbox_entry (address, position)
                select distinct coalesce(one.target, whole.target, told.inbox), position
                from placed cross join unnest(placed.addresses) as told(inbox)
                left join inbox_redirect one on one.address = told.inbox and one.subject = placed.subject
                left join inbox_redirect whole on whole.address = told.inbox and whole.subject = ''
            )
            select count(*) from placed
            """;

    /** What waits in an inbox that ended, first things first; what its successor sees already is left out. */
    private static final String WAITING = """
            select i.id, i.type, i.subject, i.at, i.data, e.position, exists (select from inbox_entry o
                where o.address = ? and o.position = e.position) as seen
            from inbox_entry e join inbox_item i on i.position = e.position
            where e.address = ? and e.acknowledged_at is null and (? = '' or i.subject = ?)
            order by e.position limit ? for update of e
            """;

    private final JdbcTemplate jdbc;
    private final DataSeal seal;

    PlacementRepository(JdbcTemplate jdbc, DataSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Whether anything was told that has no position; costs a look at an empty table as a rule. */
    boolean anythingTold() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from inbox_told)", Boolean.class));
    }

    /**
     * Places what may be placed, unless another node is at it.
     *
     * @return how many; less than there are where a transaction is still open
     */
    @Transactional
    public int place() {
        // the positions become visible in their order because the lock is held until they are committed
        if (!Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?, 0)", Boolean.class, LOCK))) {
            return 0;
        }
        Integer placed = jdbc.queryForObject(PLACE, Integer.class, MOST);
        return placed == null ? 0 : placed;
    }

    /** Waits until no node places anything, and keeps all from it until the transaction ends. */
    void holdPlacing() {
        jdbc.queryForList("select pg_advisory_xact_lock(?, 0)", LOCK);
    }

    /** Whether what is told to this inbox is placed in another by now. */
    boolean redirected(String address, String subject) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from inbox_redirect where address = ? and subject = ?)",
                Boolean.class,
                address,
                subject));
    }

    /** From now on what is told to one inbox is placed in the other; so is what was led to the first before. */
    void redirect(String address, String subject, String target) {
        jdbc.update(
                "update inbox_redirect set target = ? where target = ? and (? = '' or subject = ?)",
                target,
                address,
                subject,
                subject);
        jdbc.update(
                "insert into inbox_redirect (address, subject, target) values (?, ?, ?)"
                        + " on conflict (address, subject) do update set target = excluded.target",
                address,
                subject,
                target);
    }

    /**
     * Moves what waits in one inbox to the end of the other. The first keeps it as acknowledged, so that its readers can go
     * back to it.
     *
     * @return how many
     */
    int move(String address, String subject, String target, int most) {
        List<Waiting> waiting = jdbc.query(
                WAITING,
                (row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getTimestamp("at"),
                        row.getBytes("data"),
                        row.getLong("position"),
                        row.getBoolean("seen")),
                target,
                address,
                subject,
                subject,
                most);
        for (Waiting one : waiting) {
            if (!one.seen()) {
                UUID id = Ids.next();
                jdbc.update(
                        "with item as (insert into inbox_item (position, id, addresses, type, subject, at, data)"
                                + " values (nextval('inbox_position'), ?, array[?], ?, ?, ?, ?) returning position)"
                                + " insert into inbox_entry (address, position) select ?, position from item",
                        id,
                        target,
                        one.type(),
                        one.subject(),
                        one.at(),
                        seal.seal(seal.open(one.data(), FeedItem.context(one.id())), FeedItem.context(id)),
                        target);
            }
            jdbc.update(
                    "update inbox_entry set acknowledged_at = clock_timestamp(), acknowledged_by = ?"
                            + " where address = ? and position = ?",
                    "successor:" + target,
                    address,
                    one.position());
        }
        return waiting.size();
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Waiting(
            UUID id, String type, @Nullable String subject, Timestamp at, byte[] data, long position, boolean seen) {}
}
