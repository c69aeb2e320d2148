package vn.lienthong.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.AgingProofsRepository;
import vn.lienthong.signing.ProofLife;
import vn.lienthong.signing.RenewalCounts;
import vn.lienthong.signing.RenewalProperties;

/** How long the results of the table {@code document_result} prove their time, and which are renewed by whom. */
@Repository
class ResultRenewalRepository {
    /** Longer than one renewal can take; a node that died meanwhile is followed by another. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final String DUE = "state = 'SEALED' and " + AgingProofsRepository.DUE;
    private static final String UNFAILED = DUE + " and renew_attempts = 0";
    private static final String FAILED = DUE + " and renew_attempts > 0";
    private static final String TAKE = "update document_result r set renew_after = clock_timestamp() + ?::interval from"
            + " (select id from document_result where %s and renew_after <= clock_timestamp() + ?::interval"
            + " order by %s limit 1 for update skip locked) next, document_version v where r.id = next.id and v.result_id = r.id"
            + " and v.place = (select max(place) from document_version where result_id = r.id)"
            + " returning r.id, r.dossier_number, r.agency, r.media_type, r.renew_attempts, r.proof_ends_at,"
            + " r.proof_algorithms, v.place, v.sha256";

    private final JdbcTemplate jdbc;
    private final AgingProofsRepository proofs;
    private final GatewayClock clock;

    ResultRenewalRepository(JdbcTemplate jdbc, GatewayClock clock) {
        this.jdbc = jdbc;
        this.proofs = new AgingProofsRepository(jdbc, "document_result where state = 'SEALED'");
        this.clock = clock;
    }

    /**
     * A sealed result taken to be looked at.
     *
     * @param place number of its newest version
     * @param life how long that proves its time; null where nobody has looked yet
     * @param attempts how often renewing has failed
     */
    record Aging(
            UUID id,
            String dossierNumber,
            String agency,
            DocumentType type,
            int place,
            Sha256Name file,
            @Nullable ProofLife life,
            int attempts) {}

    /** Takes one that nobody has looked at since it was sealed, for one node alone. */
    Optional<Aging> takeUnread() {
        return jdbc
                .query(
                        TAKE.formatted("state = 'SEALED' and proof_ends_at is null", "renew_after"),
                        (row, number) -> read(row),
                        interval(LEASE.plus(clock.offset())),
                        interval(clock.offset()))
                .stream()
                .findFirst();
    }

    /**
     * Takes the next that ends by then or stands on one of these algorithms, for one node alone: what failed before comes
     * after all that did not, or a few that can never be renewed would hold up the others.
     */
    Optional<Aging> take(Instant by, Set<String> algorithms) {
        return take(UNFAILED, "proof_ends_at", by, algorithms)
                .or(() -> take(FAILED, "renew_attempts, proof_ends_at", by, algorithms));
    }

    private Optional<Aging> take(String which, String order, Instant by, Set<String> algorithms) {
        return jdbc
                .query(
                        TAKE.formatted(which, order),
                        (row, number) -> read(row),
                        interval(LEASE.plus(clock.offset())),
                        by.atOffset(ZoneOffset.UTC),
                        AgingProofsRepository.list(algorithms),
                        interval(clock.offset()))
                .stream()
                .findFirst();
    }

    /** Notes how long the newest version proves its time. */
    void note(Aging result, ProofLife life) {
        jdbc.update(
                "update document_result set proof_ends_at = ?, proof_algorithms = string_to_array(?, ','),"
                        + " renew_after = '-infinity' where id = ? and proof_ends_at is null",
                life.ends().atOffset(ZoneOffset.UTC),
                AgingProofsRepository.list(life.algorithms()),
                result.id());
    }

    /** Notes a newer version, in the caller's transaction; false when another node was quicker, or nobody may have it now. */
    boolean renewed(Aging result, ProofLife life, Sha256Name file, long size) {
        boolean still = jdbc.update(
                        "update document_result set proof_ends_at = ?, proof_algorithms = string_to_array(?, ','),"
                                + " renew_after = '-infinity', renew_attempts = 0 where id = ? and state = 'SEALED'"
                                + " and (select max(place) from document_version where result_id = ?) = ?",
                        life.ends().atOffset(ZoneOffset.UTC),
                        AgingProofsRepository.list(life.algorithms()),
                        result.id(),
                        result.id(),
                        result.place())
                == 1;
        return still
                && jdbc.update(
                                "insert into document_version (result_id, place, made_as, sha256, size)"
                                        + " values (?, ?, 'SEALED-LTA', ?, ?) on conflict do nothing",
                                result.id(),
                                result.place() + 1,
                                file.bytes(),
                                size)
                        == 1;
    }

    /** Leaves it for that long. */
    void postpone(Aging result, Duration pause, boolean failed) {
        jdbc.update(
                "update document_result set renew_after = clock_timestamp() + ?::interval,"
                        + " renew_attempts = renew_attempts + ? where id = ?",
                interval(pause.plus(clock.offset())),
                failed ? 1 : 0,
                result.id());
    }

    /** Whether other results of its dossier failed so often that a person was told. */
    boolean othersOfItsDossier(Aging result, int attempts) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from document_result where dossier_number = ? and id <> ? and state = 'SEALED'"
                        + " and renew_attempts >= ?)",
                Boolean.class,
                result.dossierNumber(),
                result.id(),
                attempts));
    }

    /** How many are to be renewed, as seen from now. */
    RenewalCounts counts(RenewalProperties settings) {
        return proofs.counts(clock.now(), settings);
    }

    private static Aging read(ResultSet row) throws SQLException {
        OffsetDateTime ends = row.getObject(6, OffsetDateTime.class);
        return new Aging(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                DocumentType.ofMediaType(row.getString(4)),
                row.getInt(8),
                Sha256Name.of(row.getBytes(9)),
                ends == null
                        ? null
                        : new ProofLife(ends.toInstant(), Set.of((String[])
                                row.getArray(7).getArray())),
                row.getInt(5));
    }

    private static String interval(Duration length) {
        return length.toMillis() + " milliseconds";
    }
}
