package vn.lienthong.civilstatus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code civil_registration}. A claim is fenced by its token: what another node took over is never touched. */
@Repository
class RegistrationRepository {
    private static final String CLAIM = """
            with first as (
                select module, province from civil_registration
                where watched and due_at <= ? and (lease_until is null or lease_until < clock_timestamp())
                order by due_at limit 1
            ), picked as (
                select r.dossier_number from civil_registration r join first f using (module, province)
                where r.watched and r.due_at <= ? and (r.lease_until is null or r.lease_until < clock_timestamp())
                order by r.due_at limit ? for update of r skip locked
            )
            update civil_registration r set lease_token = ?, lease_until = clock_timestamp() + ?::interval
            from picked p where r.dossier_number = p.dossier_number
            returning r.dossier_number, r.agency, r.module, r.province, r.state, r.result_hash, r.strange, r.lease_token
            """;

    private final JdbcTemplate jdbc;

    RegistrationRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RegistrationState> state(String dossier) {
        return jdbc
                .queryForList("select state from civil_registration where dossier_number = ?", String.class, dossier)
                .stream()
                .map(RegistrationState::valueOf)
                .findFirst();
    }

    /** Notes that this dossier goes to the platform, for the first time or once more; a claim on it is over. */
    void begin(String dossier, String agency, String module, String province, Instant due) {
        jdbc.update(
                "insert into civil_registration (dossier_number, agency, module, province, due_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (dossier_number) do update set agency = excluded.agency, module = excluded.module,"
                        + " province = excluded.province, due_at = excluded.due_at, state = 'WAITING', watched = true,"
                        + " strange = null, lease_token = null, lease_until = null, changed_at = clock_timestamp()",
                dossier,
                agency,
                module,
                province,
                Timestamp.from(due));
    }

    /** Lets a registration be read once more, for its source told of it again; a reading under way may have come too early. */
    void lookAgain(String dossier, Instant due) {
        jdbc.update(
                "update civil_registration set watched = true, due_at = ?, lease_token = null, lease_until = null"
                        + " where dossier_number = ?",
                Timestamp.from(due),
                dossier);
    }

    /** Puts what is to be told of a registration before the agency that took over. */
    void rehome(String dossier, String from, String to) {
        jdbc.update(
                "update civil_registration set agency = ? where dossier_number = ? and agency = ?", to, dossier, from);
    }

    /** Takes some of one kind and province whose time has come; no other node gets them before the lease is over. */
    List<Registration> claim(Instant now, int most, UUID token, Duration lease) {
        return jdbc.query(
                CLAIM,
                RegistrationRepository::read,
                Timestamp.from(now),
                Timestamp.from(now),
                most,
                token,
                lease.toMillis() + " milliseconds");
    }

    /** Writes what was read and gives the claim back; false when it was over. */
    boolean move(Registration claimed, RegistrationState next, byte @Nullable [] hash, boolean watched, Instant due) {
        return jdbc.update(
                        "update civil_registration set state = ?, result_hash = coalesce(?, result_hash), watched = ?,"
                                + " due_at = ?, strange = null, lease_token = null, lease_until = null,"
                                + " changed_at = clock_timestamp() where dossier_number = ? and lease_token = ?",
                        next.name(),
                        hash,
                        watched,
                        Timestamp.from(due),
                        claimed.dossierNumber(),
                        claimed.token())
                == 1;
    }

    /** Gives the claim back with nothing learned but perhaps a strange reading; false when it was over. */
    boolean putOff(Registration claimed, @Nullable String strange, Instant due) {
        return jdbc.update(
                        "update civil_registration set due_at = ?, strange = coalesce(?, strange), lease_token = null,"
                                + " lease_until = null where dossier_number = ? and lease_token = ?",
                        Timestamp.from(due),
                        strange,
                        claimed.dossierNumber(),
                        claimed.token())
                == 1;
    }

    private static Registration read(ResultSet row, int number) throws SQLException {
        return new Registration(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                RegistrationState.valueOf(row.getString(5)),
                row.getBytes(6),
                row.getString(7),
                row.getObject(8, UUID.class));
    }
}
