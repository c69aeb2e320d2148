package vn.lienthong.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.citizen.ledger.Ledger;
import vn.lienthong.citizen.tracker.DataTracker;
import vn.lienthong.citizen.tracker.TrackedEnd;
import vn.lienthong.citizen.tracker.TrackedQuestion;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.delivery.flow.PartnerFlow;
import vn.lienthong.doctor.Doctor;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.Signer;
import vn.lienthong.signing.SigningOutcome;
import vn.lienthong.signing.SigningRequest;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.WorkFolder;

/** A night at the desk with one of everything, so that each page has something to say. */
final class Showroom implements AutoCloseable {
    /** Whose data an officer looked up. */
    static final String PERSON = "066190000777";

    /** The lock under which bulk actions are worked through: while we hold it, one stays as it is. */
    private static final String BULK_LOCK = "select pg_advisory_lock(7244, 0)";

    private final Stage stage;
    private final BeanFactory gateway;
    private final Connection lock;
    private final Map<DeliveryState, Long> deliveries = new TreeMap<>();
    private final String dossier;
    private final String late;
    private final String opened;
    private final long told;
    private final UUID evidence;

    private Showroom(Stage stage, BeanFactory gateway, Connection lock) {
        this.stage = stage;
        this.gateway = gateway;
        this.lock = lock;
        this.dossier = story();
        this.told = stage.id(dossier);
        this.evidence = stage.jdbc()
                .queryForObject(
                        "select evidence_id from delivery_attempt where delivery_id = ? and number = 2",
                        UUID.class,
                        told);
        this.late = overdue();
        this.opened = stage.dossier(MadeUp.state(1, "IN_PROGRESS"));
    }

    /** Fills the gateway at this port. */
    static Showroom open(int port, BeanFactory gateway) throws InterruptedException {
        JdbcTemplate jdbc = gateway.getBean(JdbcTemplate.class);
        try {
            Connection lock = gateway.getBean(DataSource.class).getConnection();
            lock.createStatement().execute(BULK_LOCK);
            Showroom room = new Showroom(new Stage(port, jdbc, gateway.getBean(Evidence.class)), gateway, lock);
            room.fill();
            return room;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A dossier with everything that can happen to one. */
    String dossier() {
        return dossier;
    }

    /** A dossier past its appointment. */
    String late() {
        return late;
    }

    /** A dossier for a lead to look into. */
    String opened() {
        return opened;
    }

    /** The delivery of {@link #dossier()}, tried twice. */
    long told() {
        return told;
    }

    UUID evidence() {
        return evidence;
    }

    long delivery(DeliveryState state) {
        return deliveries.get(state);
    }

    /** A bulk action on its way. */
    String running() {
        return "/bulk-actions/"
                + stage.jdbc()
                        .queryForObject(
                                "select id from bulk_action where state = 'RUNNING' order by at desc limit 1",
                                UUID.class);
    }

    /** A signed document that has no time-stamp. */
    Path signedDocument() {
        SigningOutcome.Signed signed = (SigningOutcome.Signed) gateway.getBean(Signer.class)
                .sign(SigningRequest.of(
                        "agency",
                        SignatureFormat.XADES_ENVELOPED,
                        SignatureLevel.B,
                        new Content("ket-qua.xml", "<ketQua>Đã cấp</ketQua>".getBytes(StandardCharsets.UTF_8))));
        Path file = WorkFolder.fresh("showroom").resolve("ket-qua.xml");
        try {
            return Files.write(file, signed.bytes());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private String story() {
        String number = stage.dossier();
        Client ward = Client.of("http://127.0.0.1:" + stage.port(), MadeUp.WARD);
        ward.progress(number, MadeUp.step(1, "IN_PROGRESS")).expect(202);
        long delivery = stage.delivery(number, "PARKED", "MAYBE-SENT");
        String item =
                "{\"MaHoSo\":\"%s\",\"ChuHoSo\":\"Nguyễn Văn Mẫu\",\"SoCMND\":\"066090000011\",\"TrangThaiHoSo\":\"%d\",\"NgayTiepNhan\":\"20261121075000\",\"TrichYeuHoSo\":\"Đăng ký khai sinh cho con\"}";
        stage.attempt(delivery, 1, batch(item.formatted(number, 1)), "{\"error_code\":\"77\",\"result\":\"FAIL\"}");
        stage.attempt(
                delivery,
                2,
                batch(item.formatted(number, 4)),
                "{\"error_code\":\"99\",\"result\":\"FAIL\",\"message\":\"Hệ thống đang bận\"}");
        work(
                "DELIVERY-PARKED",
                number,
                delivery,
                "Không xác định được đã tới Cổng hay chưa. Tra cứu trên Cổng rồi chọn gửi lại hoặc xác nhận.",
                "It cannot be told whether this reached the portal. Look it up there, then retry or vouch.",
                3);
        return number;
    }

    private String overdue() {
        OffsetDateTime now = OffsetDateTime.ofInstant(
                gateway.getBean(GatewayClock.class).now().truncatedTo(ChronoUnit.SECONDS), GatewayClock.ZONE);
        ObjectNode state = MadeUp.state(1, "IN_PROGRESS");
        state.put("submittedAt", at(now.minusDays(9)))
                .put("acceptedAt", at(now.minusDays(8)))
                .put("appointmentAt", at(now.minusDays(1)));
        return stage.dossier(state);
    }

    private static String at(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time); // toString leaves out a second of zero
    }

    private void fill() throws InterruptedException {
        Map.of(
                        DeliveryState.READY, "PARTNER-UNREACHABLE",
                        DeliveryState.SENT, "UNACKNOWLEDGED",
                        DeliveryState.UNCERTAIN, "ANSWER-LOST",
                        DeliveryState.PARKED, "REPLY-UNDECIDABLE",
                        DeliveryState.REFUSED, "CONTENT-REFUSED",
                        DeliveryState.CANCELLED, "SUPERSEDED",
                        DeliveryState.EXPIRED, "EXPIRED")
                .forEach((state, reason) ->
                        deliveries.put(state, stage.delivery(stage.dossier(), state.name(), reason)));
        stage.jdbc()
                .update(
                        "update delivery set maybe_sent = true where reason in ('MAYBE-SENT', 'ANSWER-LOST', 'REPLY-UNDECIDABLE')");
        deliveries.put(DeliveryState.CONFIRMED, stage.delivery(stage.dossier(), "CONFIRMED", null));
        deliveries.put(DeliveryState.SENDING, sending());
        stage.jdbc()
                .update(
                        "update delivery set partner = 'insurance', kind = 'result' where id = ?",
                        delivery(DeliveryState.SENT));
        for (String reason : List.of("REPLY-UNKNOWN", "CANNOT-BE-BUILT", "REPLY-UNKNOWN")) {
            stage.delivery(stage.dossier(), "PARKED", reason);
        }
        work(
                "DOSSIER-REFUSED",
                stage.dossier(),
                null,
                "Ngày hẹn trả sớm hơn ngày tiếp nhận. Cơ quan gửi cần sửa rồi gửi lại.",
                "The appointment is before the reception. The agency has to correct it and tell it again.",
                1);
        incidents();
        tallies();
        view();
        lookUp();
        gateway.getBean(Ledger.class).count();
        stage.jdbc()
                .update("insert into delivery_flow (partner, paused_by, paused_at, paused_reason) values ('insurance',"
                        + " 'operator:operator', clock_timestamp() - interval '2 hours', 'BHXH báo bảo trì tới 5 giờ sáng')"
                        + " on conflict (partner) do update set paused_by = excluded.paused_by,"
                        + " paused_at = excluded.paused_at, paused_reason = excluded.paused_reason");
        gateway.getBean(PartnerFlow.class).refresh();
        gateway.getBean(Doctor.class).examine();
        order();
    }

    private long sending() {
        long id = stage.delivery(stage.dossier(), "SENDING", null);
        stage.jdbc()
                .update(
                        "update delivery set lease_token = gen_random_uuid(), lease_until = clock_timestamp() + interval"
                                + " '1 hour', lease_node = (select max(id) from delivery_node) where id = ?",
                        id);
        return id;
    }

    /** An order for three deliveries, one of them done. */
    private void order() {
        Browser operator = Browser.of(stage.port(), "operator");
        Browser.Page confirm = operator.get("/bulk-actions/new?act=RETRY&scope=picked&ids="
                + delivery(DeliveryState.PARKED) + "&ids=" + delivery(DeliveryState.REFUSED) + "&ids=" + told);
        operator.submit(confirm.one("form[action=/bulk-actions/new]"), Map.of("why", "Cổng báo đã sửa xong lỗi 99"));
        stage.jdbc()
                .update(
                        "update bulk_item set outcome = 'DONE', at = clock_timestamp() where delivery_id = ? and outcome is null",
                        told);
    }

    /** A week of confirmations, the mornings busier than the nights. */
    private void tallies() {
        stage.jdbc()
                .update("insert into delivery_tally select date_bin('10 minutes', clock_timestamp() - h * interval"
                        + " '1 hour', 'epoch'), partner, 4 + h % 3, n, n, n - n / 40 from generate_series(1, 160) h,"
                        + " lateral (values ('portal', 40 + 30 * (h % 12)), ('post', 3 + h % 7)) as told (partner, n)"
                        + " on conflict do nothing");
        stage.jdbc()
                .update(
                        "insert into delivery_stock_tally select date_bin('10 minutes', clock_timestamp() - h * interval"
                                + " '1 hour', 'epoch'), 'portal', 20 + 9 * (h % 8), h % 5, 60 * (h % 9) from generate_series(1,"
                                + " 160) h on conflict do nothing");
    }

    private void view() {
        Browser lead = Browser.of(stage.port(), "lead");
        lead.submit(
                lead.get("/deliveries?state=PARKED").one("form[action=/views]"),
                Map.of("name", "Ca đêm: chờ người", "shared", "true"));
    }

    private void incidents() {
        incident(
                "delivery.parked",
                "portal",
                14,
                "now() - interval '3 hours'",
                "null",
                "14 việc gửi tới portal dừng vì REPLY-UNKNOWN.",
                "14 deliveries to portal stopped: REPLY-UNKNOWN.");
        incident(
                "partner.silent",
                "insurance",
                3,
                "now() - interval '2 days'",
                "now() - interval '1 day'",
                "insurance không trả lời.",
                "insurance does not answer.");
    }

    private void incident(String cause, String place, int count, String opened, String closed, String vi, String en) {
        stage.jdbc()
                .update(
                        "insert into alert_incident (id, cause, place, what_vi, what_en, advice_vi, advice_en, page, count,"
                                + " opened_at, seen_at, closed_at) values (gen_random_uuid(), ?, ?, ?, ?, 'Mở danh sách, đọc"
                                + " lý do rồi gửi lại cả nhóm.', 'Open the list, read the reason, retry the group.',"
                                + " '/deliveries?state=PARKED', ?, " + opened + ", now(), " + closed
                                + ") on conflict do nothing",
                        cause,
                        place,
                        vi,
                        en,
                        count);
    }

    private void work(String code, String number, Long delivery, String vi, String en, int times) {
        stage.jdbc()
                .update(
                        "insert into work_item (id, code, dossier_number, agency, delivery_id, detail_vi, detail_en,"
                                + " occurrences) values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?)",
                        code,
                        number,
                        MadeUp.WARD,
                        delivery,
                        vi,
                        en,
                        times);
    }

    private void lookUp() {
        Instant now = gateway.getBean(GatewayClock.class).now();
        for (TrackedEnd.Outcome outcome : TrackedEnd.Outcome.values()) {
            TrackedQuestion question = new TrackedQuestion(
                    UUID.randomUUID(),
                    now,
                    MadeUp.WARD,
                    MadeUp.WARD,
                    "cb01",
                    "Trần Thị Cán Bộ",
                    dossier,
                    "1.001193",
                    "xác minh nơi cư trú",
                    "Nghị định 118/2025/NĐ-CP",
                    PERSON,
                    List.of("fullName", "residence"),
                    "POPULATION");
            gateway.getBean(DataTracker.class).whole(question, new TrackedEnd(now, outcome, null, null, false, null));
        }
    }

    private static String batch(String item) {
        return "{\"session\":\"3f1c\",\"madonvi\":\"000.24.33.H15\",\"isUpdating\":\"False\",\"data\":[" + item + "]}";
    }

    /** Lets bulk actions and the paused partner go on. */
    @Override
    public void close() throws SQLException {
        stage.jdbc().update("delete from saved_view where name = 'Ca đêm: chờ người'");
        stage.jdbc().update("update delivery_flow set paused_by = null, paused_at = null, paused_reason = null");
        gateway.getBean(PartnerFlow.class).refresh();
        stage.jdbc()
                .update(
                        "update bulk_action set state = 'STOPPED', stopped_by = 'operator:lead' where state = 'RUNNING'");
        try (Connection held = lock) {
            held.createStatement().execute("select pg_advisory_unlock_all()");
        }
    }
}
