package vn.lienthong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierSchemaTest {
    private static final JsonSchema SCHEMA = Contract.schema("dossier");
    private static final String FULL = """
            {"revision":3,"procedureCode":"1.001193","channel":"COUNTER","status":"IN_PROGRESS",
             "submittedAt":"2026-11-20T08:05:00+07:00","acceptedAt":"2026-11-20T08:20:00+07:00",
             "appointmentAt":"2026-11-23T17:00:00.123+07:00","processedAt":null,"returnedAt":null,"refusedAt":null,
             "applicant":{"type":"CITIZEN","name":"Nguyễn Văn Mẫu","personalId":"066090000011","phone":"0900000001",
               "email":null,"address":"Phường Buôn Ma Thuột"},
             "submitter":null,"summary":"Khai sinh","intakeAgency":"H15.24133","competentAgency":"H15.24133",
             "collectionPoint":null,"returnBy":"COUNTER","receiptNumber":"01/2026",
             "documents":[{"id":"d1","name":"Tờ khai.pdf","componentCode":"TP01","attachment":null,
               "digitised":true,"reused":false,"fromNationalStore":false}],
             "fees":[{"code":"LP01","name":"Lệ phí","amount":0,"kind":"FEE","collectedBy":"COUNTER"}],
             "supplements":[{"id":"s1","requestedAt":"2026-11-20T09:00:00+07:00","requestedBy":"Trần Thị Mẫu",
               "content":"Bổ sung giấy chứng sinh","completedAt":null,
               "previousAppointmentAt":"2026-11-23T17:00:00+07:00","newAppointmentAt":null}],
             "results":[],"onlinePayment":"NONE","verifiedByVneid":false,"submittedAtPortal":false,
             "databasesConsulted":["POPULATION","7"],"parent":null,"externalIds":["03706/2026/07906"],"test":false,
             "national":{"GhiChu":"…","So":1,"Co":true,"DS":[{"A":null}]},"somethingNew":{"a":1}}
            """;

    private static ObjectNode full() {
        try {
            return (ObjectNode) Contract.JSON.readTree(FULL);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> findings(ObjectNode dossier) {
        return Contract.findings(SCHEMA, dossier);
    }

    @Test
    void accepts_theFullExample_andFieldsItDoesNotKnow() {
        assertThat(findings(full())).isEmpty();
    }

    @Test
    void accepts_nothingButTheRequiredFields() {
        ObjectNode least = full();
        least.retain("revision", "procedureCode", "channel", "status", "intakeAgency", "competentAgency", "acceptedAt");
        least.putObject("applicant").put("type", "CITIZEN").put("name", "Nguyễn Văn Mẫu");
        assertThat(findings(least)).isEmpty();
    }

    @Test
    void accepts_nullInEveryOptionalField() {
        ObjectNode dossier = full();
        List<String> required = List.of(
                "revision",
                "procedureCode",
                "channel",
                "status",
                "applicant",
                "intakeAgency",
                "competentAgency",
                "acceptedAt");
        List.copyOf(dossier.properties()).stream()
                .filter(field -> !required.contains(field.getKey()))
                .forEach(field -> dossier.putNull(field.getKey()));
        assertThat(findings(dossier)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revision",
                "procedureCode",
                "channel",
                "status",
                "applicant",
                "intakeAgency",
                "competentAgency",
                "acceptedAt"
            })
    void misses_eachRequiredField(String field) {
        ObjectNode dossier = full();
        dossier.remove(field);
        assertThat(findings(dossier)).containsExactly(" required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REGISTERED", "NOT_ACCEPTED", "SUPPLEMENT_REQUESTED", "WITHDRAWN", "STOPPED"})
    void needsNoAcceptance_whereADossierMayNeverHaveBeenAccepted(String status) {
        ObjectNode dossier = full().put("status", status);
        dossier.remove("acceptedAt");
        assertThat(findings(dossier)).isEmpty();
        assertThat(findings(dossier.putNull("acceptedAt"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCEPTED", "IN_PROGRESS", "PAYMENT_REQUESTED", "PROCESSED", "RETURNED"})
    void needsTheTimeOfAcceptance_onceAccepted(String status) {
        ObjectNode dossier = full().put("status", status);
        assertThat(findings(dossier.putNull("acceptedAt"))).containsExactly("/acceptedAt type");
        dossier.remove("acceptedAt");
        assertThat(findings(dossier)).containsExactly(" required");
    }

    @ParameterizedTest
    @CsvSource({
        "revision, '\"3\"', /revision type",
        "revision, 1.5, /revision type",
        "revision, -1, /revision minimum",
        "revision, 99999999999999999999, /revision maximum",
        "channel, '\"FAX\"', /channel enum",
        "status, 4, /status enum",
        "applicant, '\"x\"', /applicant type",
        "applicant, '{\"type\":\"CITIZEN\",\"name\":\"  \"}', /applicant/name pattern",
        "applicant, '{\"type\":\"CITIZEN\"}', /applicant required",
        "documents, '{}', /documents type",
        "documents, '[\"x\"]', /documents/0 type",
        "documents, '[null]', /documents/0 type",
        "submitter, '{}', /submitter required",
        "documents, '[{\"name\":\"a\",\"attachment\":\"sha256:12\"}]', /documents/0/attachment pattern",
        "documents, '[{\"id\":\"d1\"}]', /documents/0 required",
        "fees, '[{\"amount\":1.5}]', /fees/0/amount type",
        "fees, '[{\"amount\":-1}]', /fees/0/amount minimum",
        "fees, '[{\"kind\":\"TAX\"}]', /fees/0/kind enum",
        "externalIds, '[1]', /externalIds/0 type",
        "national, '[]', /national type",
        "test, '\"false\"', /test type",
        "submittedAt, '\"2026-11-20\"', /submittedAt pattern",
        "submittedAt, '\"2026-11-20T08:05:00\"', /submittedAt pattern",
        "submittedAt, '\"20261120080500\"', /submittedAt pattern",
        "submittedAt, '\"\"', /submittedAt pattern",
        "submittedAt, 1763600000, /submittedAt type",
    })
    void names_whatIsWrongAndWhere(String field, String json, String finding) throws IOException {
        ObjectNode dossier = full();
        dossier.set(field, Contract.JSON.readTree(json));
        assertThat(findings(dossier)).containsExactly(finding);
    }

    @Test
    void bounds_everyListAndText() {
        ObjectNode dossier = full();
        dossier.put("summary", "x".repeat(1001));
        dossier.withArray("documents").removeAll();
        for (int i = 0; i <= 200; i++) {
            dossier.withArray("documents").addObject().put("name", "Tờ khai.pdf");
        }
        dossier.putObject("national").put("GhiChu", "x".repeat(4001));
        assertThat(findings(dossier))
                .containsExactly("/documents maxItems", "/national/GhiChu maxLength", "/summary maxLength");
    }

    @Test
    void refuses_aTimeFollowedByALineBreak() {
        assertThat(findings(full().put("submittedAt", "2026-11-20T08:05:00+07:00\n")))
                .containsExactly("/submittedAt pattern");
    }
}
