package vn.lienthong.post.handover;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.post.paper.Paper;
import vn.lienthong.post.paper.Paper.Column;
import vn.lienthong.post.paper.Press;

/** The record of a hand-over (biên bản giao nhận) as people read it: both sides, every parcel with its verdict, the sums. */
@Component
class RecordPaper {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/yyyy");
    private static final List<Column> COLUMNS = List.of(
            new Column("STT", 3, true),
            new Column("Số bưu gửi", 9, false),
            new Column("Mã hồ sơ", 13, false),
            new Column("Chủ hồ sơ", 12, false),
            new Column("Thủ tục", 16, false),
            new Column("Cơ quan giải quyết", 13, false),
            new Column("Giấy tờ", 4, true),
            new Column("Đã thu (đồng)", 7, true),
            new Column("Kết quả", 10, false),
            new Column("Lý do, ghi chú", 19, false));

    private final Catalogue catalogue;
    private final String receiver;

    RecordPaper(Catalogue catalogue, HandoverProperties settings) {
        this.catalogue = catalogue;
        this.receiver = settings.receiver();
    }

    /** The record as a PDF without a seal. */
    byte[] print(HandoverFacts facts) {
        return Press.print(new Paper(
                List.of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
                "BIÊN BẢN GIAO NHẬN HỒ SƠ QUA DỊCH VỤ BƯU CHÍNH CÔNG ÍCH",
                List.of(
                        "Số bản kê: " + facts.manifestNumber(),
                        "Bên giao: " + facts.giver() + ", bưu cục " + facts.postOffice(),
                        "Bên nhận: " + receiver + " - " + agencies(facts),
                        "Thời điểm bưu chính giao: " + time(facts.handedOverAt()),
                        "Thời điểm ký biên bản, cũng là thời điểm nộp của các hồ sơ được tiếp nhận: "
                                + time(facts.signedAt()),
                        "Mã băm nội dung bản kê (SHA-256): " + facts.digest()),
                COLUMNS,
                facts.items().stream().map(this::row).toList(),
                closing(facts),
                List.of("ĐẠI DIỆN BÊN GIAO", "ĐẠI DIỆN BÊN NHẬN (ký số)"),
                "Biên bản giao nhận " + facts.manifestNumber()));
    }

    private List<String> row(ItemFacts item) {
        String agency = item.agency();
        return List.of(
                Integer.toString(item.place()),
                shown(item.parcelNumber(), "không đọc được"),
                shown(item.dossierNumber(), "chưa có"),
                shown(item.applicant(), ""),
                shown(item.procedure(), shown(item.procedureCode(), "")),
                agency == null ? "" : catalogue.agencies().name(agency),
                Integer.toString(item.papers()),
                amount(item.fees()),
                name(item.verdict()),
                item.reasons().stream().map(reason -> reason.message().vi()).collect(Collectors.joining(" ")));
    }

    private static List<String> closing(HandoverFacts facts) {
        List<String> lines = new ArrayList<>();
        lines.add("Tổng số bưu gửi: " + facts.items().size() + "; tiếp nhận " + facts.count(Verdict.ACCEPTED)
                + "; cần đối chiếu " + facts.count(Verdict.DISCREPANCY) + "; không nhận "
                + facts.count(Verdict.REJECTED) + ".");
        lines.add("Tổng phí, lệ phí bưu chính đã thu của hồ sơ được giao: " + amount(facts.fees()) + " đồng.");
        facts.reasons().forEach(reason -> lines.add("Lưu ý: " + reason.message().vi()));
        return lines;
    }

    private String agencies(HandoverFacts facts) {
        List<String> names = facts.items().stream()
                .map(ItemFacts::agency)
                .filter(Objects::nonNull)
                .map(catalogue.agencies()::name)
                .distinct()
                .sorted()
                .toList();
        String first = names.stream().limit(5).collect(Collectors.joining(", "));
        return names.size() > 5 ? first + " và " + (names.size() - 5) + " cơ quan khác" : first;
    }

    private static String name(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "Tiếp nhận";
            case DISCREPANCY -> "Cần đối chiếu";
            case REJECTED -> "Không nhận";
        };
    }

    private static String amount(long amount) {
        return String.format(Locale.ROOT, "%,d", amount).replace(',', '.');
    }

    private static String time(OffsetDateTime at) {
        return TIME.format(at.atZoneSameInstant(GatewayClock.ZONE));
    }

    private static String shown(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }
}
