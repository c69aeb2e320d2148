package vn.lienthong.delivery;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.lienthong.kernel.GatewayClock;

/** Changes that a person makes to the table {@code delivery}. */
@Repository
class ActRepository {
    private final JdbcTemplate jdbc;
    private final LaneRepository lanes;
    private final GatewayClock clock;

    ActRepository(JdbcTemplate jdbc, LaneRepository lanes, GatewayClock clock) {
        this.jdbc = jdbc;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** Keeps claims of this partner and kind out, and locks the lane, until the transaction ends. */
    List<Delivery> lockLane(Delivery of) {
        lanes.lock(List.of(of.dossierNumber()));
        jdbc.query("select pg_advisory_xact_lock(7241, hashtext(?))", row -> {}, of.partner() + "/" + of.kind());
        jdbc.query(
                "select id from delivery where dossier_number = ? and partner = ? order by id for update",
                row -> {},
                of.dossierNumber(),
                of.partner());
        return jdbc.query(
                "select " + DeliveryRepository.COLUMNS + " from delivery_any where dossier_number = ? and partner = ?"
                        + " order by id",
                DeliveryRepository::read,
                of.dossierNumber(),
                of.partner());
    }

    /** Passes the turn on after a change to a locked lane. */
    void refreshLane(Delivery of) {
        lanes.refresh(List.of(of.partner()), List.of(of.dossierNumber()));
    }

    /** Sends again as soon as its turn comes. */
    void ready(long id) {
        jdbc.update(
                "update delivery set state = 'READY', reason = null, detail = null, faults = 0,"
                        + " due_at = clock_timestamp() + ?::interval, changed_at = clock_timestamp() where id = ?",
                clock.offset().toMillis() + " milliseconds",
                id);
    }

    /** Asks the partner at once: what a person retries was long ago, nothing is on its way any more. */
    void uncertain(long id) {
        jdbc.update(
                "update delivery set state = 'UNCERTAIN', faults = 0, uncertain_since = clock_timestamp() + ?::interval,"
                        + " due_at = clock_timestamp() + ?::interval, changed_at = clock_timestamp() where id = ?",
                clock.offset().toMillis() + " milliseconds",
                clock.offset().toMillis() + " milliseconds",
                id);
    }

    /** Calls it off for good. */
    void cancel(long id, String why) {
        jdbc.update(
                "update delivery set state = 'CANCELLED', reason = 'CANCELLED-BY-PERSON', detail = left(?, 2000),"
                        + " changed_at = clock_timestamp() where id = ?",
                why,
                id);
    }

    /**
     * Takes it as arrived on a person's word.
     *
     * @return whether it is a full state, so that the partner holds the dossier
     */
    boolean confirm(long id, String evidence) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "update delivery set state = 'CONFIRMED', reason = 'MARKED-DONE', detail = left(?, 2000),"
                        + " maybe_sent = false, changed_at = clock_timestamp() where id = ? returning full_state",
                Boolean.class,
                evidence,
                id));
    }
}
