package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.Reply;

/** The choice of a successor from outside: who may, and what is refused with which words. */
@CompatHttpTest
class SuccessorChoiceHttpTest {
    @LocalServerPort
    private int port;

    @Test
    void refusesAnAgencyThatGoesOn() {
        Reply refused = as("H15.24133")
                .post("/v1/successor-choices", choice("H15.24133").toString());

        assertThat(refused.expect(422).code()).isEqualTo("AGENCY-NOT-ENDED");
    }

    @Test
    void refusesAnAgencyThatIsNotTheCallers() {
        assertThat(as("H15.24133")
                        .post("/v1/successor-choices", choice("H15.02").toString())
                        .expect(403)
                        .code())
                .isEqualTo("ACCESS-AGENCY");
        as("vnpost").post("/v1/successor-choices", choice("H15.02").toString()).expect(403);
    }

    @Test
    void answersPerDossier_whereAnAgencyWasReplacedLongAgo() {
        Reply answer = as("H15.24133")
                .post("/v1/successor-choices", choice("000.24.15.H15").toString());

        assertThat(answer.expect(200)
                        .json()
                        .path("items")
                        .path(0)
                        .path("status")
                        .asInt())
                .isEqualTo(404);
        assertThat(answer.json().at("/items/0/problem/code").asText()).isEqualTo("DOSSIER-NOT-FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agency", "successor", "reason", "dossierNumbers"})
    void refusesAChoice_thatLeavesSomethingOut(String field) {
        ObjectNode choice = choice("H15.24133");
        choice.remove(field);

        as("H15.24133").post("/v1/successor-choices", choice.toString()).expect(422);
    }

    @Test
    void refusesMoreThanTwoHundred() {
        ObjectNode choice = choice("H15.24133");
        for (int i = 0; i < 200; i++) {
            choice.withArray("dossierNumbers").add("H15.24133-261120-" + (1000 + i));
        }

        as("H15.24133").post("/v1/successor-choices", choice.toString()).expect(422);
    }

    private static ObjectNode choice(String agency) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("agency", agency).put("successor", "H15.24133").put("reason", "Tổ dân phố 3");
        body.putArray("dossierNumbers").add("H15.24133-250101-0001");
        return body;
    }

    private Client as(String client) {
        return Client.of("http://127.0.0.1:" + port, client);
    }
}
