package vn.lienthong.intake.compat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.catalogue.Procedure;

/**
 * A procedure in the form of {@code LayThuTuc}. Fields that the catalogue says nothing about are there and empty, because
 * readers expect them; nothing is made up.
 */
final class ProcedureAnswer {
    private static final List<String> NOT_HELD_TEXTS = List.of(
            "MACOQUANCONGBO",
            "QUYETDINH",
            "IDQUYETDINHCONGBO",
            "LOAITTHC",
            "MOTA",
            "YEUCAU",
            "TUKHOA",
            "DIACHITIEPNHAN",
            "MOTADOITUONGTHUCHIEN",
            "MOTACOQUANTHUCHIEN",
            "MOTACOQUANTHAMQUYEN");
    private static final List<String> NOT_HELD_LISTS = List.of(
            "TRINHTUTHUCHIEN",
            "DOITUONGTHUCHIEN",
            "COQUANTHUCHIEN",
            "COQUANCOTHAMQUYEN",
            "COQUANDUOCUYQUYEN",
            "TTHCLIENQUAN",
            "TTHCLIENTHONG");

    private ProcedureAnswer() {}

    static ObjectNode of(Procedure procedure) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("ID", procedure.code());
        answer.put("MATTHC", procedure.code());
        answer.put("TENTTHC", procedure.name());
        NOT_HELD_TEXTS.forEach(field -> answer.put(field, ""));
        answer.put("TRANGTHAI", 1);
        levels(procedure, answer.putArray("CAPTHUCHIEN"));
        answer.putArray("LINHVUCTHUCHIEN")
                .addObject()
                .put("MALINHVUC", procedure.sector().code())
                .put("TENLINHVUC", procedure.sector().name());
        ways(procedure, answer.putArray("CACHTHUCTHUCHIEN"));
        components(procedure, answer.putArray("THANHPHANHOSO"));
        ArrayNode results = answer.putArray("KETQUATHUCHIEN");
        procedure
                .results()
                .forEach(result -> results.addObject()
                        .put("MAKETQUA", result.code())
                        .put("TENKETQUA", result.name())
                        .put("TENTEP", "")
                        .put("URL", ""));
        ArrayNode basis = answer.putArray("CANCUPHAPLY");
        procedure
                .legalBasis()
                .forEach(text -> basis.addObject()
                        .put("SOVANBAN", text.number())
                        .put("TENVANBAN", text.name())
                        .put("COQUANBANHANH", "")
                        .put("NGAYBANHANH", "")
                        .put("NGAYHIEULUC", "")
                        .put("DIACHITRUYCAP", ""));
        ArrayNode takingPart = answer.putArray("COQUANPHOIHOP");
        procedure
                .takingPart()
                .forEach(name -> takingPart.addObject().put("MADONVI", "").put("TENDONVI", name));
        NOT_HELD_LISTS.forEach(answer::putArray);
        return answer;
    }

    private static void levels(Procedure procedure, ArrayNode levels) {
        procedure.levels().stream().sorted().forEach(level -> {
            ObjectNode entry = levels.addObject();
            switch (level) {
                case MINISTRY -> entry.put("CAPTHUCHIEN", "0").put("TENCAP", "Cấp Bộ");
                case PROVINCE -> entry.put("CAPTHUCHIEN", "1").put("TENCAP", "Cấp Tỉnh");
                case COMMUNE -> entry.put("CAPTHUCHIEN", "3").put("TENCAP", "Cấp Xã");
            }
        });
    }

    /** Channel 1 is the counter, 2 online. Whether the post takes it in, the catalogue does not say. */
    private static void ways(Procedure procedure, ArrayNode ways) {
        way(procedure, ways, "1", false);
        Procedure.OnlineService online = procedure.onlineService();
        if (online != null && online != Procedure.OnlineService.NONE) {
            way(procedure, ways, "2", true);
        }
    }

    private static void way(Procedure procedure, ArrayNode ways, String channel, boolean online) {
        Procedure.Processing processing = procedure.processing();
        Integer amount = processing.amount();
        ObjectNode time = ways.addObject()
                .put("KENH", channel)
                .putArray("THOIGIAN")
                .addObject()
                .put("THOIGIANGIAIQUYET", amount == null ? "" : amount.toString())
                .put("DONVITINH", unit(processing.unit()))
                .put("MOTA", processing.text());
        ArrayNode fees = time.putArray("PHILEPHI");
        procedure
                .fees()
                .forEach(fee -> fees.addObject()
                        .put("MAPHILEPHI", fee.code())
                        .put("SOTIEN", amount(fee, online))
                        .put("DONVI", "Đồng")
                        .put("MOTA", fee.name())
                        .put("TENTEP", "")
                        .put("URL", ""));
    }

    private static String amount(Procedure.Fee fee, boolean online) {
        @Nullable Long reduced = fee.amountOnline();
        return Long.toString(online && reduced != null ? reduced : fee.amount());
    }

    private static String unit(Procedure.TimeUnit unit) {
        return switch (unit) {
            case SAME_DAY, WORKING_DAY -> "Ngày làm việc";
            case WORKING_HOUR -> "Giờ làm việc";
            case DAY -> "Ngày";
            case MONTH -> "Tháng";
            case BY_BRANCH -> "";
        };
    }

    private static void components(Procedure procedure, ArrayNode cases) {
        ArrayNode papers = cases.addObject().put("TRUONGHOP", "").putArray("GIAYTO");
        procedure
                .components()
                .forEach(component -> papers.addObject()
                        .put("MAGIAYTO", component.code())
                        .put("TENGIAYTO", component.name())
                        .put("TENMAUDON", "")
                        .put("URL", "")
                        .put("SOBANCHINH", Integer.toString(component.originals()))
                        .put("SOBANSAO", Integer.toString(component.copies()))
                        .put("MA_KQ_THAYTHE", ""));
    }
}
