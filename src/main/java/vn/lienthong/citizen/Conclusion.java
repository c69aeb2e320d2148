package vn.lienthong.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.citizen.LookUpAnswer.Difference;
import vn.lienthong.citizen.LookUpAnswer.Match;
import vn.lienthong.citizen.LookUpAnswer.Reason;
import vn.lienthong.citizen.person.PersonField;
import vn.lienthong.citizen.register.RegisterAnswer;
import vn.lienthong.citizen.register.Trouble;
import vn.lienthong.kernel.Bilingual;

/** What a register's answer means for the officer. */
record Conclusion(
        Match match,
        @Nullable Map<PersonField, JsonNode> person,
        List<Difference> differences,
        @Nullable Reason reason) {
    private static final Bilingual NOBODY = new Bilingual(
            "Cơ sở dữ liệu không có người nào mang đồng thời số, họ tên và ngày sinh này: hãy kiểm tra lại số liệu, nhận"
                    + " giấy tờ và không từ chối hồ sơ vì lý do này.",
            "The register holds nobody with this number, name and birth date together: check what was typed, accept the"
                    + " paper, and do not refuse the dossier for it.");
    private static final Bilingual DIFFERS = new Bilingual(
            "Cơ sở dữ liệu ghi khác giấy tờ: nhận giấy tờ, không từ chối hồ sơ vì lý do này; đề nghị chỉnh sửa dữ liệu đã"
                    + " được ghi lại.",
            "The register holds something else than the paper: accept the paper and do not refuse the dossier for it; a"
                    + " correction request is on record.");

    static Conclusion of(RegisterAnswer answer, Grounds grounds, LocalDate today) {
        return switch (answer) {
            case RegisterAnswer.Held held -> {
                List<Difference> differences = Comparison.of(grounds.person(), held.person(), today);
                yield differences.isEmpty()
                        ? new Conclusion(Match.MATCHED, only(held.person().fields(), grounds), List.of(), null)
                        : new Conclusion(Match.NOT_MATCHED, null, differences, new Reason("REGISTER-DIFFERS", DIFFERS));
            }
            case RegisterAnswer.Confirmed confirmed -> new Conclusion(Match.MATCHED, Map.of(), List.of(), null);
            case RegisterAnswer.NotHeld none ->
                new Conclusion(Match.NOT_MATCHED, null, List.of(), new Reason("REGISTER-HOLDS-NOBODY", NOBODY));
            case RegisterAnswer.Untold untold -> {
                Reason reason = new Reason(untold.trouble().code(), words(untold));
                yield new Conclusion(Match.UNVERIFIED, null, List.of(), reason);
            }
        };
    }

    /** The trouble, with the register's own words where it refused. */
    private static Bilingual words(RegisterAnswer.Untold untold) {
        Bilingual text = untold.trouble().text();
        return untold.trouble() == Trouble.REGISTER_REFUSED
                ? new Bilingual(text.vi() + " (" + untold.detail() + ")", text.en() + " (" + untold.detail() + ")")
                : text;
    }

    /** The fields that were asked for, nothing else that the register told. */
    private static Map<PersonField, JsonNode> only(Map<PersonField, JsonNode> held, Grounds grounds) {
        Map<PersonField, JsonNode> asked = new EnumMap<>(PersonField.class);
        grounds.fields().forEach(field -> {
            JsonNode value = held.get(field);
            if (value != null) {
                asked.put(field, value);
            }
        });
        return asked;
    }

    /** The names of what differs, without their values. */
    String differing() {
        return differences.stream()
                .map(difference -> difference.field().word() + " (" + difference.code() + ")")
                .collect(Collectors.joining(", "));
    }
}
