package vn.lienthong.portal.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.catalogue.Procedure.Component;

/** The papers of a procedure, as they stand under its cases. */
final class ComponentForm {
    private ComponentForm() {}

    /** A paper that every case asks for is required; one of some cases only depends on the case. */
    static List<Component> read(JsonNode entry) {
        List<JsonNode> cases = Field.list(entry, "THANHPHANHOSO").toList();
        Map<String, Component> papers = new LinkedHashMap<>();
        for (JsonNode one : cases) {
            Field.list(one, "GIAYTO").forEach(paper -> {
                String code = Field.must(paper, "MAGIAYTO");
                papers.putIfAbsent(
                        code,
                        new Component(
                                code,
                                Field.must(paper, "TENGIAYTO"),
                                cases.stream().allMatch(other -> asks(other, code)),
                                null,
                                null,
                                copies(paper, "SOBANCHINH"),
                                copies(paper, "SOBANSAO")));
            });
        }
        return List.copyOf(papers.values());
    }

    private static boolean asks(JsonNode one, String code) {
        return Field.list(one, "GIAYTO")
                .anyMatch(paper -> Field.text(paper, "MAGIAYTO").equals(code));
    }

    private static int copies(JsonNode paper, String name) {
        return (int) Math.min(99, Field.number(paper, name).orElse(0));
    }
}
