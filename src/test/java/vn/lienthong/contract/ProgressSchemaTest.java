package vn.lienthong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressSchemaTest {
    private static final JsonSchema SCHEMA = Contract.schema("progress");

    private static ObjectNode step() {
        return Contract.JSON
                .createObjectNode()
                .put("sequence", 1)
                .put("occurredAt", "2026-11-20T08:30:00+07:00")
                .put("officer", "Trần Thị Mẫu")
                .put("officerTitle", "Công chức tư pháp - hộ tịch")
                .put("department", "Bộ phận một cửa")
                .put("note", "Thẩm tra hồ sơ")
                .put("status", "IN_PROGRESS")
                .putNull("startedAt")
                .put("dueAt", "2026-11-20T11:30:00+07:00");
    }

    @Test
    void accepts_aStep() {
        assertThat(Contract.findings(SCHEMA, step())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence", "occurredAt", "officer", "note", "status"})
    void misses_eachRequiredField(String field) {
        ObjectNode step = step();
        step.remove(field);
        assertThat(Contract.findings(SCHEMA, step)).containsExactly(" required");
    }

    @Test
    void refuses_nullWhereATimeIsRequired() {
        assertThat(Contract.findings(SCHEMA, step().putNull("occurredAt"))).containsExactly("/occurredAt type");
    }

    @Test
    void refuses_anOfficerLongerThanThePortalHolds() {
        assertThat(Contract.findings(SCHEMA, step().put("officer", "x".repeat(51))))
                .containsExactly("/officer maxLength");
    }

    @Test
    void needsAReason_thatSaysSomething() {
        JsonSchema resolve = Contract.schema("resolve");
        assertThat(Contract.findings(resolve, Contract.JSON.createObjectNode().put("reason", "Đã sửa tại nguồn")))
                .isEmpty();
        assertThat(Contract.findings(resolve, Contract.JSON.createObjectNode().put("reason", " ")))
                .containsExactly("/reason pattern");
        assertThat(Contract.findings(resolve, Contract.JSON.createObjectNode())).containsExactly(" required");
    }
}
