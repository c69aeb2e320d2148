package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.simulator.Samples.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one bad item in a list does to the others. */
class PortalBatchTest {
    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    private Caller caller;

    @BeforeEach
    void oneIsThereAlready() {
        caller = twins.caller().signedIn();
        caller.create(dossier("H99.14-260131-0002"));
    }

    private JsonNode threeWithABadOne() {
        return caller.create(
                dossier("H99.14-260131-0001"), dossier("H99.14-260131-0002"), dossier("H99.14-260131-0003"));
    }

    private int dossiers() {
        return caller.stats().path("dossiers").intValue();
    }

    @Test
    void namesTheBadItemAndTakesTheOthers_perItem() {
        JsonNode reply = threeWithABadOne();

        assertThat(reply.path("error_code").asText()).isEqualTo("-3");
        assertThat(reply.path("result").findValuesAsText("MaHoSo"))
                .containsExactly("H99.14-260131-0001", "H99.14-260131-0002", "H99.14-260131-0003");
        assertThat(reply.path("result").findValuesAsText("error_code")).containsExactly("0", "-3", "0");
        assertThat(dossiers()).isEqualTo(3);
    }

    @Test
    void answersWithACodeOfItsOwn_whenItemsFailDifferently() {
        JsonNode reply = caller.create(
                dossier("H99.14-260131-0002"), dossier("H99.14-260131-0003").put("MaTTHC", ""));
        assertThat(reply.path("error_code").asText()).isEqualTo("-10");
    }

    @Test
    void takesNothingAndNamesNobody_allOrNothing() {
        caller.behaviour("{\"batch\":\"all-or-nothing\"}");
        JsonNode reply = threeWithABadOne();

        assertThat(reply.path("error_code").asText()).isEqualTo("-3");
        assertThat(reply.toString()).doesNotContain("H99.14");
        assertThat(dossiers()).isEqualTo(1);
        assertThat(caller.create(dossier("H99.14-260131-0001"), dossier("H99.14-260131-0003"))
                        .path("error_code")
                        .asText())
                .isEqualTo("0");
        assertThat(dossiers()).isEqualTo(3);
    }

    @Test
    void takesWhatStandsBeforeTheBadItem_firstError() {
        caller.behaviour("{\"batch\":\"first-error\"}");
        JsonNode reply = threeWithABadOne();

        assertThat(reply.path("error_code").asText()).isEqualTo("-3");
        assertThat(reply.toString()).doesNotContain("H99.14");
        assertThat(caller.get("/__sim/portal/dossiers").path("items").toString())
                .isEqualTo("[\"H99.14-260131-0002\",\"H99.14-260131-0001\"]");
    }

    @Test
    void seesEarlierItemsOfTheSameList() {
        JsonNode reply = caller.create(dossier("H99.14-260131-0009"), dossier("H99.14-260131-0009"));
        assertThat(reply.path("result").findValuesAsText("error_code")).containsExactly("0", "-3");
        assertThat(caller.stats().path("duplicates").intValue()).isEqualTo(1);
    }
}
