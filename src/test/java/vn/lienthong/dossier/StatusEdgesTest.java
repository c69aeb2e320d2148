package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatusEdgesTest {
    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource("vn.lienthong.dossier.StatusTable#moves")
    void takesEveryMoveAsTheRulesHaveIt(DossierStatus from, DossierStatus to, StatusEdges.Kind kind) {
        assertThat(StatusEdges.of(from, to)).isEqualTo(kind);
    }

    @Test
    void knowsTheTenStatusesInTheirNationalOrder() {
        assertThat(DossierStatus.values())
                .extracting(DossierStatus::name)
                .containsExactly(
                        "REGISTERED",
                        "ACCEPTED",
                        "NOT_ACCEPTED",
                        "IN_PROGRESS",
                        "SUPPLEMENT_REQUESTED",
                        "PAYMENT_REQUESTED",
                        "WITHDRAWN",
                        "STOPPED",
                        "PROCESSED",
                        "RETURNED");
        assertThat(StatusTable.moves()).hasSize(100);
    }
}
