package vn.lienthong.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;

/** What the pages show: dossiers told over HTTP, their deliveries put where a test needs them. No partner answers here. */
record Stage(int port, JdbcTemplate jdbc, Evidence evidence) {
    /** A dossier that the ward told. */
    String dossier() {
        return dossier(MadeUp.state(1, "ACCEPTED"));
    }

    String dossier(ObjectNode state) {
        String number = MadeUp.number();
        Client.of("http://127.0.0.1:" + port, MadeUp.WARD).put(number, state).expect(202);
        return number;
    }

    /** The delivery of a dossier, brought into this state by hand; whoever was sending it has lost it. */
    long delivery(String dossier, String state, String reason) {
        jdbc.update(
                "update delivery set state = ?, reason = ?, attempts = 1, lease_token = null, lease_node = null,"
                        + " lease_until = null, due_at = clock_timestamp() + interval '1 hour',"
                        + " changed_at = clock_timestamp() where dossier_number = ?",
                state,
                reason,
                dossier);
        return id(dossier);
    }

    long id(String dossier) {
        Long id = jdbc.queryForObject("select max(id) from delivery_any where dossier_number = ?", Long.class, dossier);
        return id == null ? 0 : id;
    }

    String state(long delivery) {
        return String.valueOf(
                jdbc.queryForObject("select state from delivery_any where id = ?", String.class, delivery));
    }

    /** An attempt with what went out and what came back. */
    void attempt(long delivery, int number, String request, String answer) {
        Message out = Message.out("portal", "portal", request.getBytes(StandardCharsets.UTF_8));
        Message in = Message.answer(out, answer.getBytes(StandardCharsets.UTF_8));
        evidence.keep(List.of(out));
        evidence.keep(List.of(in));
        jdbc.update("delete from delivery_attempt where delivery_id = ? and number = ?", delivery, number);
        jdbc.update(
                "insert into delivery_attempt (delivery_id, number, asked, outcome, fault, reason, detail, evidence_id)"
                        + " values (?, ?, false, 'PARKED', 'UNDECIDABLE', 'REPLY-UNKNOWN', ?, ?)",
                delivery,
                number,
                "mã 77 của 066090000011",
                out.id());
    }

    /** How often this was written into the audit. */
    int audited(String act, String subject) {
        Integer times = jdbc.queryForObject(
                "select count(*) from audit where act = ? and subject = ?", Integer.class, act, subject);
        return times == null ? 0 : times;
    }

    UUID workItem(String dossier) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into work_item (id, code, dossier_number, agency, detail_vi, detail_en)"
                        + " values (?, 'TEST-ODD', ?, 'H15.24133', 'Số lạ 066090000011', 'Odd number 066090000011')",
                id,
                dossier);
        return id;
    }
}
