package vn.lienthong.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code evidence_checkpoint}. */
@Repository
class CheckpointRepository {
    private static final String ALL = "select size, at, body, signature, stamped_at from evidence_checkpoint ";

    private final JdbcTemplate jdbc;

    CheckpointRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A checkpoint as it is kept.
     *
     * @param stampedAt since when its signature carries a time-stamp, null while it has none
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(
            long size,
            Instant at,
            byte[] body,
            byte[] signature,
            @Nullable Instant stampedAt) {
        boolean stamped() {
            return stampedAt != null;
        }
    }

    /** By what a checkpoint was renewed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Renewal(byte[] list, byte[] stamp) {}

    /** All by which the checkpoint of this size was renewed, the oldest first. */
    List<Renewal> renewals(long size) {
        return jdbc.query(
                "select r.list, r.stamp from evidence_renewed d join evidence_renewal r on r.id = d.renewal"
                        + " where d.size = ? order by d.place",
                (row, number) -> new Renewal(row.getBytes(1), row.getBytes(2)),
                size);
    }

    void insert(Kept checkpoint) {
        jdbc.update(
                "insert into evidence_checkpoint (size, at, body, signature) values (?, ?, ?, ?)",
                checkpoint.size(),
                checkpoint.at().atOffset(ZoneOffset.UTC),
                checkpoint.body(),
                checkpoint.signature());
    }

    Optional<Kept> newest() {
        return one("order by size desc limit 1");
    }

    Optional<Kept> ofSize(long size) {
        return one("where size = ?", size);
    }

    /** The earliest that holds this leaf, one with a time-stamp if there is one. */
    Optional<Kept> over(long position) {
        return one("where size > ? and stamped_at is not null order by size limit 1", position)
                .or(() -> one("where size > ? order by size limit 1", position));
    }

    /** The oldest without a time-stamp among those larger than this. */
    Optional<Kept> oldestBare(long after) {
        return one("where stamped_at is null and size > ? order by size limit 1", after);
    }

    /** Gives a checkpoint the signature that carries a time-stamp. */
    void stamp(long size, byte[] signature, Instant now) {
        jdbc.update(
                "update evidence_checkpoint set signature = ?, stamped_at = ? where size = ? and stamped_at is null",
                signature,
                now.atOffset(ZoneOffset.UTC),
                size);
    }

    /** Makes this node the only one that asks for time-stamps, for the next minute. */
    boolean claimStamping() {
        return jdbc.update("update evidence_tree set stamping_until = clock_timestamp() + interval '1 minute'"
                        + " where stamping_until < clock_timestamp()")
                == 1;
    }

    void releaseStamping() {
        jdbc.update("update evidence_tree set stamping_until = '-infinity'");
    }

    /** Notes that others hold this checkpoint now; it stays for ever. */
    void show(long size) {
        jdbc.update("update evidence_checkpoint set shown = true where size = ? and not shown", size);
    }

    /**
     * Of the checkpoints of past days only those that were handed out and the last of each hour stay: that one proves what
     * the others proved.
     */
    int thin(Instant before) {
        return jdbc.update(
                "delete from evidence_checkpoint c where at < ? and stamped_at is not null and not shown and exists (select from"
                        + " evidence_checkpoint later where later.size > c.size and later.stamped_at is not null"
                        + " and date_trunc('hour', later.at) = date_trunc('hour', c.at))",
                before.atOffset(ZoneOffset.UTC));
    }

    private Optional<Kept> one(String which, Object... parameters) {
        List<Kept> found = jdbc.query(ALL + which, (row, number) -> read(row), parameters);
        return found.stream().findFirst();
    }

    private static Kept read(ResultSet row) throws SQLException {
        OffsetDateTime stamped = row.getObject(5, OffsetDateTime.class);
        return new Kept(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getBytes(3),
                row.getBytes(4),
                stamped == null ? null : stamped.toInstant());
    }
}
