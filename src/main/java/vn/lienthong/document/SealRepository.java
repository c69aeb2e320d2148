package vn.lienthong.document;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.GatewayClock;

/** Which results of the table {@code document_result} wait for a seal. */
@Repository
class SealRepository {
    /** Longer than sealing can take; a node that died meanwhile is followed by another. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcTemplate jdbc;
    private final GatewayClock clock;

    SealRepository(JdbcTemplate jdbc, GatewayClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the next result whose time has come, for one node alone. */
    Optional<Unsealed> take() {
        return jdbc
                .query(
                        "update document_result set seal_attempts = seal_attempts + 1,"
                                + " seal_due_at = clock_timestamp() + ?::interval where id = (select id from document_result"
                                + " where seal_due_at <= clock_timestamp() + ?::interval order by seal_due_at limit 1"
                                + " for update skip locked) returning id, dossier_number, agency, issuer, media_type, state,"
                                + " received_at, seal_attempts, seal_trouble, visible",
                        (row, number) -> new Unsealed(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                DocumentType.ofMediaType(row.getString(5)),
                                ResultState.valueOf(row.getString(6)),
                                row.getTimestamp(7).toInstant(),
                                row.getInt(8),
                                row.getString(9),
                                row.getBoolean(10)),
                        interval(LEASE.plus(clock.offset())),
                        interval(clock.offset()))
                .stream()
                .findFirst();
    }

    /** Notes a seal; false when another node was quicker. */
    boolean sealed(Unsealed result, ResultState next, @Nullable Duration again) {
        return jdbc.update(
                        "update document_result set state = ?, seal_trouble = null,"
                                + " seal_due_at = clock_timestamp() + ?::interval where id = ? and state = ?",
                        next.name(),
                        again == null ? null : interval(again.plus(clock.offset())),
                        result.id(),
                        result.state().name())
                == 1;
    }

    /** Notes why there is no seal yet, and when it is tried again. */
    boolean othersOfItsDossier(Unsealed result, ResultState state, @Nullable String trouble) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from document_result where dossier_number = ? and id <> ? and state = ?"
                        + " and (seal_trouble = ? or ?::text is null))",
                Boolean.class,
                result.dossierNumber(),
                result.id(),
                state.name(),
                trouble,
                trouble));
    }

    void postpone(Unsealed result, String trouble, Duration pause) {
        jdbc.update(
                "update document_result set seal_trouble = ?, seal_due_at = clock_timestamp() + ?::interval"
                        + " where id = ? and state = ?",
                trouble,
                interval(pause.plus(clock.offset())),
                result.id(),
                result.state().name());
    }

    long waiting() {
        Long count = jdbc.queryForObject("select count(*) from document_result where state = 'SEALING'", Long.class);
        return count == null ? 0 : count;
    }

    private static String interval(Duration length) {
        return length.toMillis() + " milliseconds";
    }

    /** A result without the seal it should have, or with one that has no time-stamp. */
    record Unsealed(
            UUID id,
            String dossierNumber,
            String agency,
            String issuer,
            DocumentType type,
            ResultState state,
            Instant receivedAt,
            int attempts,
            @Nullable String trouble,
            boolean visible) {}
}
