package vn.lienthong.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.evidence.CheckpointRepository.Renewal;
import vn.lienthong.signing.AgingProofsRepository;
import vn.lienthong.signing.ProofLife;
import vn.lienthong.signing.RenewalCounts;
import vn.lienthong.signing.RenewalProperties;

/** The tables {@code evidence_renewal} and {@code evidence_renewed}, and how long checkpoints prove their time. */
@Repository
class CheckpointRenewalRepository {
    private static final String DUE = "stamped_at is not null and " + AgingProofsRepository.DUE;

    private final JdbcTemplate jdbc;
    private final AgingProofsRepository proofs;

    CheckpointRenewalRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.proofs = new AgingProofsRepository(jdbc, "evidence_checkpoint where stamped_at is not null");
    }

    /** A checkpoint whose stamp nobody has looked at yet. */
    @SuppressWarnings("ArrayRecordComponent")
    record Unread(long size, byte[] signature, Instant stampedAt) {}

    /** A checkpoint that is to be renewed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Due(long size, byte[] body, byte[] signature, ProofLife life) {}

    /** Makes this node the only one that renews, for this long. */
    boolean claim(Duration lease) {
        return jdbc.update(
                        "update evidence_tree set renewing_until = clock_timestamp() + ?::interval"
                                + " where renewing_until < clock_timestamp()",
                        lease.toMillis() + " milliseconds")
                == 1;
    }

    void release() {
        jdbc.update("update evidence_tree set renewing_until = '-infinity'");
    }

    List<Unread> unread(int most) {
        return jdbc.query(
                "select size, signature, stamped_at from evidence_checkpoint where stamped_at is not null"
                        + " and proof_ends_at is null order by size limit ?",
                (row, number) -> new Unread(row.getLong(1), row.getBytes(2), instant(row, 3)),
                most);
    }

    /** Notes how long a checkpoint's own stamp lasts. */
    void note(long size, ProofLife life) {
        jdbc.update(
                "update evidence_checkpoint set proof_ends_at = ?, proof_algorithms = string_to_array(?, ',')"
                        + " where size = ? and proof_ends_at is null",
                life.ends().atOffset(ZoneOffset.UTC),
                AgingProofsRepository.list(life.algorithms()),
                size);
    }

    /** The next that end by then or stand on one of these algorithms, in the order of their ends, behind this one. */
    List<Due> due(Instant by, Set<String> algorithms, @Nullable Due behind, int most) {
        OffsetDateTime from = (behind == null ? Instant.EPOCH : behind.life().ends()).atOffset(ZoneOffset.UTC);
        return jdbc.query(
                "select size, body, signature, proof_ends_at, proof_algorithms from evidence_checkpoint where " + DUE
                        + " and (proof_ends_at, size) > (?, ?) order by proof_ends_at, size limit ?",
                (row, number) ->
                        new Due(row.getLong(1), row.getBytes(2), row.getBytes(3), life(instant(row, 4), row, 5)),
                by.atOffset(ZoneOffset.UTC),
                AgingProofsRepository.list(algorithms),
                from,
                behind == null ? -1 : behind.size(),
                most);
    }

    /**
     * Notes that these were renewed by this, in the caller's transaction; where another node was quicker with one of them, or
     * it is no longer kept, the whole fails.
     */
    long renewed(Renewal renewal, Instant at, List<Renewed> checkpoints, ProofLife life) {
        Long id = Objects.requireNonNull(jdbc.queryForObject(
                "insert into evidence_renewal (at, list, stamp) values (?, ?, ?) returning id",
                Long.class,
                at.atOffset(ZoneOffset.UTC),
                renewal.list(),
                renewal.stamp()));
        jdbc.batchUpdate(
                "insert into evidence_renewed (size, place, renewal) values (?, ?, ?)",
                checkpoints.stream()
                        .map(each -> new Object[] {each.size(), each.place(), id})
                        .toList());
        jdbc.batchUpdate(
                "update evidence_checkpoint set proof_ends_at = ?, proof_algorithms = string_to_array(?, ',')"
                        + " where size = ?",
                checkpoints.stream()
                        .map(each -> new Object[] {
                            life.ends().atOffset(ZoneOffset.UTC),
                            AgingProofsRepository.list(life.algorithms()),
                            each.size()
                        })
                        .toList());
        return id;
    }

    /** A checkpoint that gets its renewal number {@code place}. */
    record Renewed(long size, int place) {}

    /** How many are to be renewed, as seen from now. */
    RenewalCounts counts(Instant now, RenewalProperties settings) {
        return proofs.counts(now, settings);
    }

    private static ProofLife life(Instant ends, ResultSet row, int algorithms) throws SQLException {
        return new ProofLife(ends, Set.of((String[]) row.getArray(algorithms).getArray()));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
