package vn.lienthong.evidence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Old messages of the table {@code evidence_message}. Ids rise with time, so the oldest stand first. */
@Repository
class RetentionRepository {
    private static final int LOCK = 7252;

    private final JdbcTemplate jdbc;

    RetentionRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A message whose time is over. */
    record Expired(Leaf leaf, long position) {}

    boolean lock() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?, 0)", Boolean.class, LOCK));
    }

    /** Only what stands in a tree that is signed and time-stamped; records of removals stay for ever. */
    List<Expired> expired(Instant before, int most) {
        return jdbc.query(
                "select m.id, m.direction, m.channel, m.party, m.at, m.answer_to, m.digest, m.items, l.position"
                        + " from evidence_message m join evidence_leaf l on l.message = m.id"
                        + " where m.id > (select deleted_to from evidence_tree) and m.id < ? and m.at < ?"
                        + " and m.deletion is null and m.channel <> 'retention'"
                        + " and l.position < (select coalesce(max(size), 0) from evidence_checkpoint"
                        + " where stamped_at is not null) order by m.id limit ?",
                (row, number) -> new Expired(TreeRepository.leaf(row), row.getLong("position")),
                firstIdOf(before),
                before.atOffset(ZoneOffset.UTC),
                most);
    }

    void remove(List<Expired> expired, UUID record) {
        UUID[] ids = expired.stream().map(one -> one.leaf().id()).toArray(UUID[]::new);
        jdbc.update(
                "update evidence_message set body = null, nonce = null, dossier_number = null, deletion = ?"
                        + " where id = any(?)",
                record,
                ids);
        jdbc.update("update evidence_tree set deleted_to = ?", ids[ids.length - 1]);
    }

    /** No identifier made at this time or later is smaller (UUID version 7: milliseconds first). */
    static UUID firstIdOf(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | 0x7000, 0x8000000000000000L);
    }
}
