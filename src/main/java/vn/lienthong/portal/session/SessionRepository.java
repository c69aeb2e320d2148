package vn.lienthong.portal.session;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.DataSeal;

/** The table {@code partner_session}. */
@Repository("partnerSessionRepository") // the plain name belongs to the console's sessions
class SessionRepository {
    private static final long LONGEST_SILENCE_MILLIS = 5000;

    private final JdbcTemplate jdbc;
    private final DataSeal seal;

    SessionRepository(JdbcTemplate jdbc, DataSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    Optional<PartnerSession> find(String account) {
        return select(account, "");
    }

    /**
     * Holds the account's row until the transaction ends; waits at most this long for another holder, and loses the row
     * when it holds it for much longer without a word: a node that was stopped would keep all others from signing in.
     */
    Optional<PartnerSession> lock(String account, long waitMillis) {
        jdbc.queryForList(
                "select set_config('lock_timeout', ?, true), set_config('idle_in_transaction_session_timeout', ?, true)",
                waitMillis + "ms",
                waitMillis + LONGEST_SILENCE_MILLIS + "ms");
        jdbc.update("insert into partner_session (account) values (?) on conflict do nothing", account);
        return select(account, " for update");
    }

    PartnerSession save(String account, String value) {
        Long generation = jdbc.queryForObject(
                "update partner_session set generation = generation + 1, session = ?, opened_at = clock_timestamp()"
                        + " where account = ? returning generation",
                Long.class,
                seal.seal(value.getBytes(StandardCharsets.UTF_8), context(account)),
                account);
        return new PartnerSession(value, generation == null ? 0 : generation);
    }

    private Optional<PartnerSession> select(String account, String suffix) {
        return jdbc
                .query(
                        "select session, generation from partner_session where account = ?" + suffix,
                        (row, number) -> row.getBytes(1) == null
                                ? Optional.<PartnerSession>empty()
                                : Optional.of(new PartnerSession(
                                        new String(
                                                seal.open(row.getBytes(1), context(account)), StandardCharsets.UTF_8),
                                        row.getLong(2))),
                        account)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static byte[] context(String account) {
        return ("session:" + account).getBytes(StandardCharsets.UTF_8);
    }
}
