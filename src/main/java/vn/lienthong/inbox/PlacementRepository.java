package vn.lienthong.inbox;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

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
                returning position, addresses
            ), shown as (
                insert into inbox_entry (address, position)
                select distinct address, position from placed, unnest(addresses) as address
            )
            select count(*) from placed
            """;

    private final JdbcTemplate jdbc;

    PlacementRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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
}
