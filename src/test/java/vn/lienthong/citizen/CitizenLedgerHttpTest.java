package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.citizen.ledger.Ledger;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.Reply;

/** The paper-avoided ledger, the citizen's letter and legal holds from outside. */
@CompatHttpTest
class CitizenLedgerHttpTest {
    private static final String MONTH =
            YearMonth.from(LocalDate.now(GatewayClock.ZONE).minusDays(1)).toString();

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    @Test
    void countsPapersThatNobodyHadToBring_beforeAndAfterADossierChanges() {
        JsonNode before = line(client("H15.24133"));
        String number = MadeUp.number();
        ObjectNode told = MadeUp.state(1, "IN_PROGRESS");
        client("H15.24133").put(number, told).expect(202);
        ObjectNode test = MadeUp.state(1, "IN_PROGRESS");
        client("H15.24133").put(MadeUp.number(), test.put("test", true)).expect(202);
        JsonNode counted = line(client("H15.24133"));
        ObjectNode reused = MadeUp.state(2, "IN_PROGRESS");
        // the first paper of this procedure, taken from an earlier dossier
        JsonNode paper = client("H15.24133")
                .get("/v1/dossiers/" + number + "/once-only-plan")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(paper.path("required").asBoolean()).isTrue();
        reused.putArray("documents")
                .addObject()
                .put("name", "Giấy")
                .put("componentCode", paper.path("componentCode").asText())
                .put("reused", true);
        client("H15.24133").put(number, reused).expect(202);
        JsonNode after = line(client("H15.24133"));

        assertThat(counted.path("dossiers").asInt())
                .isEqualTo(before.path("dossiers").asInt() + 1);
        assertThat(counted.path("papers").asInt())
                .isGreaterThan(before.path("papers").asInt());
        assertThat(after.path("papers").asInt())
                .isEqualTo(counted.path("papers").asInt());
        assertThat(after.path("avoided").asInt())
                .isEqualTo(counted.path("avoided").asInt() + 1);
        assertThat(after.path("share").isNumber()).isTrue();
    }

    @Test
    void showsAnAgencyItsOwn_andTheTargetBeside() {
        client("H15.24133").put(MadeUp.number(), MadeUp.state(1, "IN_PROGRESS")).expect(202);
        ledger.count();

        JsonNode own = client("H15.24133").get("/v1/paper-ledger").expect(200).json();
        JsonNode other = client("H15.02").get("/v1/paper-ledger").expect(200).json();
        JsonNode all = client("ops")
                .get("/v1/paper-ledger?agency=H15&from=" + MONTH + "&to=" + MONTH)
                .expect(200)
                .json();

        assertThat(own.path("target").asDouble()).isEqualTo(0.8);
        assertThat(own.path("items"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("agency").asText()).isEqualTo("H15.24133"));
        assertThat(other.path("items")).isEmpty();
        assertThat(other.path("total").has("share")).isFalse();
        assertThat(all.path("items")).isNotEmpty();
        assertThat(client("vnpost").get("/v1/paper-ledger").expect(403).code()).isEqualTo("ACCESS-SCOPE");
        assertThat(client("ops").get("/v1/paper-ledger?from=2026").expect(422).code())
                .isEqualTo("FIELD-FORM");
        assertThat(client("ops")
                        .get("/v1/paper-ledger?from=2001-01&to=2026-01")
                        .expect(422)
                        .code())
                .isEqualTo("FIELD-FORM");
    }

    @Test
    void writesALetterInVietnamese_forInspectionOnly() {
        String asked = "{\"personalId\":\"066090000011\",\"request\":\"12/ĐN-2026\"}";

        Reply letter = client("auditor").post("/v1/data-tracker/exports", asked);

        assertThat(letter.expect(200).header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(letter.header("Cache-Control")).contains("no-store");
        assertThat(letter.text()).contains("AI ĐÃ XEM DỮ LIỆU", "12/ĐN-2026").doesNotContain("066090000011");
        assertThat(client("H15.24133")
                        .post("/v1/data-tracker/exports", asked)
                        .expect(403)
                        .code())
                .isEqualTo("ACCESS-SCOPE");
    }

    @Test
    void ordersAndLiftsLegalHolds() {
        String until = LocalDate.now(GatewayClock.ZONE).plusDays(5) + "T00:00:00+07:00";
        String order =
                "{\"dossierNumber\":\"" + MadeUp.number() + "\",\"until\":\"" + until + "\",\"legalBasis\":\"Điều 1\"}";

        JsonNode hold = client("auditor")
                .post("/v1/data-tracker/holds", order)
                .expect(201)
                .json();
        String lift = "/v1/data-tracker/holds/" + hold.path("id").asText() + "/lift";

        assertThat(client("auditor")
                        .get("/v1/data-tracker/holds")
                        .expect(200)
                        .json()
                        .path("items"))
                .anySatisfy(each -> assertThat(each.path("id")).isEqualTo(hold.path("id")));
        assertThat(client("H15.24133").get("/v1/data-tracker/holds").expect(403).code())
                .isEqualTo("ACCESS-SCOPE");
        client("auditor").post(lift, "{\"reason\":\"xong\"}").expect(204);
        assertThat(client("auditor")
                        .post(lift, "{\"reason\":\"xong\"}")
                        .expect(404)
                        .code())
                .isEqualTo("HOLD-NOT-FOUND");
        assertThat(client("auditor")
                        .post("/v1/data-tracker/holds", order.replace(until, "2020-01-01T00:00:00+07:00"))
                        .expect(422)
                        .code())
                .isEqualTo("HOLD-INVALID");
    }

    /** The line of the first sample procedure, after a count. */
    private JsonNode line(Client client) {
        ledger.count();
        for (JsonNode line : client.get("/v1/paper-ledger?procedureCode=1.001193&from=" + MONTH + "&to=" + MONTH)
                .expect(200)
                .json()
                .path("items")) {
            if (line.path("agency").asText().equals("H15.24133")) {
                return line;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private Client client(String id) {
        return Client.of("http://127.0.0.1:" + port, id);
    }
}
