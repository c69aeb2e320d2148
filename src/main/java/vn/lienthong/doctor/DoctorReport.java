package vn.lienthong.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.GatewayClock;

/** All findings, for people or for programs. */
public record DoctorReport(Instant at, List<Examined> examined) {
    private static final JsonMapper JSON = new JsonMapper();

    /** How many findings weigh this much. */
    public long count(Diagnosis.Severity severity) {
        return examined.stream()
                .flatMap(each -> each.found().stream())
                .filter(each -> each.severity() == severity)
                .count();
    }

    boolean well() {
        return count(Diagnosis.Severity.ERROR) == 0;
    }

    String text() {
        StringBuilder text = new StringBuilder("Liên Thông doctor · ")
                .append(at.atZone(GatewayClock.ZONE).toOffsetDateTime())
                .append('\n');
        for (Examined each : examined) {
            text.append('\n')
                    .append(mark(each.worst()))
                    .append(' ')
                    .append(each.title().both());
            text.append(" (").append(each.millis()).append(" ms)\n");
            for (Diagnosis one : each.found()) {
                line(text, "  " + mark(one.severity()) + " " + one.code() + " ", one.found());
                if (one.remedy() != null) {
                    line(text, "    → ", one.remedy());
                }
            }
        }
        Bilingual sum = new Bilingual(
                count(Diagnosis.Severity.ERROR) + " lỗi, " + count(Diagnosis.Severity.WARNING) + " cảnh báo",
                count(Diagnosis.Severity.ERROR) + " errors, " + count(Diagnosis.Severity.WARNING) + " warnings");
        return text.append('\n').append(sum.both()).append('\n').toString();
    }

    String json() {
        ObjectNode whole = JSON.createObjectNode()
                .put("well", well())
                .put("at", at.atZone(GatewayClock.ZONE).toOffsetDateTime().toString())
                .put("errors", count(Diagnosis.Severity.ERROR))
                .put("warnings", count(Diagnosis.Severity.WARNING));
        ArrayNode checks = whole.putArray("checks");
        for (Examined each : examined) {
            ObjectNode check = checks.addObject().put("id", each.id()).put("millis", each.millis());
            check.set("title", both(each.title()));
            ArrayNode findings = check.put("severity", each.worst().name()).putArray("findings");
            for (Diagnosis one : each.found()) {
                ObjectNode finding = findings.addObject()
                        .put("severity", one.severity().name())
                        .put("code", one.code());
                finding.set("found", both(one.found()));
                if (one.remedy() != null) {
                    finding.set("remedy", both(one.remedy()));
                }
            }
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree always writes", impossible);
        }
    }

    private static ObjectNode both(Bilingual text) {
        return JSON.createObjectNode().put("vi", text.vi()).put("en", text.en());
    }

    private static void line(StringBuilder text, String begin, Bilingual what) {
        text.append(begin).append(what.vi()).append('\n');
        text.append(" ".repeat(begin.length())).append(what.en()).append('\n');
    }

    private static String mark(Diagnosis.Severity severity) {
        return switch (severity) {
            case WELL -> "✔";
            case WARNING -> "!";
            case ERROR -> "✘";
        };
    }
}
