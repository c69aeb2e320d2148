package vn.lienthong.citizen.export;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.citizen.tracker.Tracked;
import vn.lienthong.citizen.tracker.TrackedEnd;
import vn.lienthong.citizen.tracker.TrackedQuestion;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Masking;

/** The answer to a person who asks who looked at their data: a letter that needs no explanation. In Vietnamese only. */
final class PlainLetter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy", Locale.ROOT).withZone(GatewayClock.ZONE);
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("fullName", "họ và tên"),
            Map.entry("dateOfBirth", "ngày sinh"),
            Map.entry("gender", "giới tính"),
            Map.entry("personalId", "số định danh"),
            Map.entry("permanentAddress", "nơi thường trú"),
            Map.entry("currentAddress", "nơi ở hiện tại"),
            Map.entry("placeOfOrigin", "quê quán"),
            Map.entry("maritalStatus", "tình trạng hôn nhân"),
            Map.entry("father", "cha"),
            Map.entry("mother", "mẹ"),
            Map.entry("spouse", "vợ hoặc chồng"),
            Map.entry("householdHead", "chủ hộ"),
            Map.entry("nationality", "quốc tịch"),
            Map.entry("ethnicity", "dân tộc"));
    private static final Map<String, String> SOURCES = Map.of(
            "POPULATION", "Cơ sở dữ liệu quốc gia về dân cư",
            "BUSINESS", "Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp",
            "INSURANCE", "Cơ sở dữ liệu bảo hiểm xã hội",
            "PAPER_STORE", "Kho dữ liệu giấy tờ số hóa quốc gia",
            "CIVIL_STATUS", "Cơ sở dữ liệu hộ tịch điện tử");

    private final Agencies agencies;
    private final StringBuilder text = new StringBuilder();

    private PlainLetter(Agencies agencies) {
        this.agencies = agencies;
    }

    static String of(
            String personalId, String request, List<Tracked> rows, boolean more, Instant now, Agencies agencies) {
        PlainLetter letter = new PlainLetter(agencies);
        letter.line("AI ĐÃ XEM DỮ LIỆU CÁ NHÂN CỦA ÔNG/BÀ");
        letter.line("");
        letter.line("Số định danh: " + Masking.number(personalId));
        letter.line("Theo yêu cầu: " + request);
        letter.line("Lập lúc: " + TIME.format(now));
        letter.line("");
        letter.line(
                rows.isEmpty()
                        ? "Trong thời gian được hỏi, không có lượt tra cứu nào được nêu ở đây."
                        : "Có " + rows.size() + " lượt tra cứu được nêu dưới đây, lượt mới nhất trước.");
        for (int place = 0; place < rows.size(); place++) {
            letter.row(place + 1, rows.get(place));
        }
        letter.line("");
        if (more) {
            letter.line("Danh sách còn dài hơn; đề nghị ông/bà hỏi theo từng khoảng thời gian ngắn hơn.");
        }
        // said each time, so that its absence tells nothing
        letter.line(
                "Theo quy định, lượt tra cứu rất mới hoặc đang phục vụ xác minh theo pháp luật có thể chưa được nêu ở đây.");
        letter.line(
                "Nếu thấy lượt tra cứu không đúng, ông/bà có quyền yêu cầu cơ quan nêu tên giải thích hoặc khiếu nại.");
        return letter.text.toString();
    }

    private void row(int place, Tracked row) {
        TrackedQuestion question = row.question();
        String agency = question.agency();
        line("");
        line(place + ". Lúc " + TIME.format(question.at()));
        line("   Cơ quan: " + (agency == null ? question.client() : agencies.name(agency)));
        line("   Cán bộ: " + told(question.officerName()));
        line("   Hồ sơ: " + told(question.dossierNumber()));
        line("   Để làm gì: " + told(question.purpose()));
        line("   Căn cứ: " + told(question.legalBasis()));
        line("   Đã hỏi: " + fields(question.fields()));
        line("   Hỏi ở đâu: " + SOURCES.getOrDefault(question.register(), question.register()));
        line("   Kết quả: " + end(row.end()));
    }

    private static String fields(List<String> fields) {
        return fields.isEmpty()
                ? "chỉ hỏi số định danh, họ tên, ngày sinh có khớp không"
                : fields.stream()
                        .map(field -> FIELDS.getOrDefault(field, field))
                        .collect(Collectors.joining(", "));
    }

    private static String end(@Nullable TrackedEnd end) {
        if (end == null) {
            return "bị ngắt giữa chừng, cán bộ không nhận được thông tin nào";
        }
        return switch (end.outcome()) {
            case MATCHED ->
                end.cached() ? "khớp; cán bộ xem dữ liệu đã lưu tạm" : "khớp; cán bộ nhận được các thông tin đã hỏi";
            case NOT_MATCHED -> "không khớp với giấy tờ; ông/bà có thể cần đề nghị chỉnh sửa dữ liệu";
            case UNVERIFIED -> "cơ sở dữ liệu chưa trả lời, cán bộ không nhận được thông tin nào";
            case REFUSED -> "bị từ chối vì không đủ lý do, cán bộ không nhận được thông tin nào";
        };
    }

    private static String told(@Nullable String text) {
        return text == null || text.isBlank() ? "không ghi" : text.strip().replaceAll("\\s+", " ");
    }

    private void line(String line) {
        text.append(line).append("\r\n");
    }
}
