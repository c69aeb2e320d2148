package vn.lienthong.signing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts the proofs in a table of another room that grow old. The table has the columns {@code proof_ends_at} and
 * {@code proof_algorithms}.
 */
public final class AgingProofsRepository {
    /** What a proof to be renewed meets; its parameters are a time and some {@linkplain #list algorithms}. */
    public static final String DUE = "(proof_ends_at <= ? or proof_algorithms && string_to_array(?, ','))";

    private final JdbcTemplate jdbc;
    private final String proofs;

    /** {@code proofs} is the table and the condition under which its rows are proofs, such as {@code seal where kept}. */
    public AgingProofsRepository(JdbcTemplate jdbc, String proofs) {
        this.jdbc = jdbc;
        this.proofs = proofs;
    }

    /** Algorithms as a parameter. */
    public static String list(Set<String> algorithms) {
        return String.join(",", algorithms);
    }

    /** How many are to be renewed, as seen from now. */
    public RenewalCounts counts(Instant now, RenewalProperties settings) {
        Instant soon = now.plus(settings.margin());
        Instant late = now.plus(settings.margin().dividedBy(3));
        String ended = list(settings.endedBy(now));
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*), count(*) filter (where " + DUE + "), count(*) filter (where " + DUE
                        + "), min(proof_ends_at) from " + proofs + " and " + DUE,
                (row, number) -> new RenewalCounts(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)),
                late.atOffset(ZoneOffset.UTC),
                ended,
                now.atOffset(ZoneOffset.UTC),
                ended,
                soon.atOffset(ZoneOffset.UTC),
                list(settings.endedBy(soon))));
    }
}
