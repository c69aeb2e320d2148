package vn.lienthong.evidence.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.evidence.Leaf;
import vn.lienthong.signing.Finding;

/** For programs: one JSON object, written as it grows. */
final class JsonReportWriter implements ReportWriter {
    private final PrintStream out;
    private boolean begun;
    private boolean passed = true;

    JsonReportWriter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(Report report) {
        out.print(begun ? ",\n" : "{\"files\":[\n");
        begun = true;
        passed &= report.passed();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", report.file())
                .put("passed", report.passed())
                .put("verdict", report.verdict().name());
        Leaf leaf = report.leaf();
        if (leaf != null) {
            node.put("id", leaf.id().toString())
                    .put("direction", leaf.direction().name())
                    .put("channel", leaf.channel())
                    .put("party", leaf.party())
                    .put("at", leaf.at().toString());
        }
        node.put("leaf", report.position()).put("signer", report.signer()).put("stampedAt", text(report.stampedAt()));
        node.put("renewedAt", text(report.renewedAt())).put("provenUntil", text(report.provenUntil()));
        findings(node.putArray("findings"), report.findings());
        out.print(node);
    }

    @Override
    public void end(TreeCheck trees) {
        out.print(begun ? "\n]," : "{\"files\":[],");
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode sizes = node.putObject("trees");
        trees.sizes().forEach(sizes::put);
        findings(node.putArray("findings"), trees.findings());
        node.put("revocation", "not checked").put("passed", passed && trees.passed());
        out.println(node.toString().substring(1));
    }

    private static void findings(ArrayNode array, List<Finding> findings) {
        for (Finding finding : findings) {
            array.addObject()
                    .put("severity", finding.severity().name())
                    .put("code", finding.code())
                    .put("vi", finding.text().vi())
                    .put("en", finding.text().en());
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
