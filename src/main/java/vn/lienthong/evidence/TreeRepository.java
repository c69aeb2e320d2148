package vn.lienthong.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.evidence.tree.Tile;
import vn.lienthong.evidence.tree.TiledTree;

/** The tables {@code evidence_tree}, {@code evidence_leaf} and {@code evidence_tile}. */
@Repository
class TreeRepository {
    private static final int LOCK = 7251;

    /** Whatever an older transaction stored is settled; what a younger one stores may still come, also before its elders. */
    private static final String UNPLACED = """
            select m.xid::text, id, direction, channel, party, at, answer_to, digest, items from evidence_message m
            where m.xid >= ?::text::xid8 and m.xid < ?::text::xid8 and (m.xid, m.id) > (?::text::xid8, ?::uuid)
            order by m.xid, m.id limit ?
            """;

    private final JdbcTemplate jdbc;

    TreeRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How far the tree has come. */
    record State(String origin, long size, String passed, UUID passedId) {}

    /** A message that has no place yet. */
    record Unplaced(String xid, Leaf leaf) {}

    /** Makes this transaction the only one at the tree; false where another is. */
    boolean lock() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?, 0)", Boolean.class, LOCK));
    }

    State state() {
        return jdbc.queryForObject(
                "select origin, size, passed::text, passed_id from evidence_tree",
                (row, number) ->
                        new State(row.getString(1), row.getLong(2), row.getString(3), row.getObject(4, UUID.class)));
    }

    /** The oldest transaction that is still open; all before it are settled. */
    String oldestOpen() {
        return jdbc.queryForObject("select pg_snapshot_xmin(pg_current_snapshot())::text", String.class);
    }

    List<Unplaced> unplaced(State state, String before, int most) {
        return jdbc.query(
                UNPLACED,
                (row, number) -> new Unplaced(row.getString(1), leaf(row)),
                state.passed(),
                before,
                state.passed(),
                state.passedId(),
                most);
    }

    static Leaf leaf(ResultSet row) throws SQLException {
        return new Leaf(
                row.getObject("id", UUID.class),
                Message.Direction.valueOf(row.getString("direction")),
                row.getString("channel"),
                row.getString("party"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("answer_to", UUID.class),
                row.getBytes("digest"),
                MessageRepository.split(row.getBytes("items")));
    }

    /** Gives these messages the next places, in order. */
    void place(long size, List<UUID> messages) {
        jdbc.update(
                "insert into evidence_leaf (position, message)"
                        + " select ? + n - 1, message from unnest(?::uuid[]) with ordinality as t(message, n)",
                size,
                messages.toArray(UUID[]::new));
    }

    void write(List<Tile> tiles) {
        jdbc.batchUpdate(
                "insert into evidence_tile (level, number, hashes) values (?, ?, ?)"
                        + " on conflict (level, number) do update set hashes = excluded.hashes",
                tiles.stream()
                        .map(tile -> new Object[] {tile.level(), tile.number(), tile.hashes()})
                        .toList());
    }

    void pass(long size, String xid, UUID id) {
        jdbc.update("update evidence_tree set size = ?, passed = ?::text::xid8, passed_id = ?", size, xid, id);
    }

    /** The tree as it is kept. */
    TiledTree tree() {
        return new TiledTree((level, number) -> jdbc.queryForObject(
                "select hashes from evidence_tile where level = ? and number = ?",
                (row, at) -> new Tile(level, number, row.getBytes(1)),
                level,
                number));
    }

    OptionalLong position(UUID message) {
        return jdbc.queryForList("select position from evidence_leaf where message = ?", Long.class, message).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Whose leaf stands there. */
    Optional<UUID> messageAt(long position) {
        return jdbc.queryForList("select message from evidence_leaf where position = ?", UUID.class, position).stream()
                .findFirst();
    }

    /** How many seconds the oldest message without a place has waited; 0 where none waits. */
    long waitingSeconds() {
        return jdbc.queryForObject(
                "select coalesce(extract(epoch from clock_timestamp() - min(m.at)), 0)::bigint from evidence_message m,"
                        + " evidence_tree t where m.xid >= t.passed and (m.xid, m.id) > (t.passed, t.passed_id)",
                Long.class);
    }

    /**
     * Whether the database was moved to a server that counts its transactions anew (a restore from a dump): then what has
     * no place is counted to this very transaction, so that it comes in order again.
     */
    boolean recount(State state) {
        boolean moved = Boolean.TRUE.equals(jdbc.queryForObject(
                "select ?::text::xid8 > pg_snapshot_xmax(pg_current_snapshot())", Boolean.class, state.passed()));
        if (moved) {
            jdbc.update("update evidence_message m set xid = pg_current_xact_id()"
                    + " where not exists (select from evidence_leaf l where l.message = m.id)");
            jdbc.update("update evidence_message m set xid = '0' where xid > pg_current_xact_id()");
            jdbc.update(
                    "update evidence_tree set passed = pg_current_xact_id(), passed_id = '00000000-0000-0000-0000-000000000000'");
        }
        return moved;
    }
}
