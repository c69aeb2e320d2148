package vn.lienthong.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Dossiers and steps of people who do not exist, as the one-stop system of a ward tells them. */
public final class MadeUp {
    /** The ward that tells them, also the sandbox client's name. */
    public static final String WARD = "H15.24133";

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    // yesterday: received before now whatever the hour
    private static final LocalDate DAY = LocalDate.now(ZONE).minusDays(1);
    private static final AtomicInteger LAST = new AtomicInteger(10_000);
    private static final List<String> ONCE_ACCEPTED =
            List.of("ACCEPTED", "IN_PROGRESS", "SUPPLEMENT_REQUESTED", "PAYMENT_REQUESTED", "PROCESSED", "RETURNED");

    private MadeUp() {}

    /** A dossier number of the ward that no other test of this JVM uses. */
    public static String number() {
        return number(WARD);
    }

    /** A dossier number of an agency that no other test of this JVM uses. */
    public static String number(String agency) {
        return number(agency, LAST.incrementAndGet());
    }

    /** The dossier number with this sequence on the made-up day of reception. */
    public static String number(String agency, int sequence) {
        return agency + "-" + DateTimeFormatter.ofPattern("yyMMdd").format(DAY) + "-" + sequence;
    }

    /** A time on the made-up day of reception. */
    public static String at(int hour, int minute) {
        return at(DAY, hour, minute);
    }

    /** A full state with everything the status needs. */
    public static ObjectNode state(long revision, String status) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("revision", revision).put("procedureCode", "1.001193");
        body.put("channel", "COUNTER").put("status", status).put("submittedAt", at(7, 35));
        if (ONCE_ACCEPTED.contains(status)) {
            body.put("acceptedAt", at(7, 50));
            body.put("appointmentAt", at(DAY.plusDays(3), 7, 50));
        }
        if (List.of("PROCESSED", "RETURNED").contains(status)) {
            body.put("processedAt", at(10, 15));
        }
        if (status.equals("RETURNED")) {
            body.put("returnedAt", at(10, 40));
        }
        body.putObject("applicant")
                .put("type", "CITIZEN")
                .put("name", "Nguyễn Văn Mẫu")
                .put("personalId", "066090000011")
                .put("phone", "0900000001")
                .put("address", "Tổ dân phố Mẫu, phường Buôn Ma Thuột");
        body.put("intakeAgency", WARD).put("competentAgency", WARD);
        body.put("summary", "Đăng ký khai sinh, lần " + revision).put("returnBy", "COUNTER");
        return body;
    }

    /** A step with this place in the dossier, a minute after the one before. */
    public static ObjectNode step(long sequence, String status) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sequence", sequence)
                .put("occurredAt", at(8 + (int) sequence / 60, (int) sequence % 60))
                .put("officer", "Trần Thị Mẫu")
                .put("officerTitle", "Công chức tư pháp - hộ tịch")
                .put("department", "Trung tâm Phục vụ hành chính công phường Buôn Ma Thuột")
                .put("note", "Bước xử lý số " + sequence)
                .put("status", status);
    }

    private static String at(LocalDate day, int hour, int minute) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                day.atTime(hour, minute).atZone(ZONE).toOffsetDateTime());
    }
}
