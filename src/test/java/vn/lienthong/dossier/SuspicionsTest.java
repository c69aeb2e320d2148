package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.dossier.ContentRulesTest.NOON;
import static vn.lienthong.dossier.ContentRulesTest.NUMBER;
import static vn.lienthong.dossier.ContentRulesTest.told;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is taken and yet put before an officer. */
class SuspicionsTest {
    private final ContentRules rules = ContentRulesTest.at("2026-11-21T05:00:00Z");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "H15.24133-261120-0007, true",
        "000.24.15.H15-250630-0007, true",
        "000.24.15.H15-261120-0007, true",
        "H15.99999-261120-0007, false",
        "H15.24133.01-261120-0007, false"
    })
    void doubtsANumberOfAnUnknownAgency(String number, boolean known) {
        DossierContent content = told(DossierStatus.REGISTERED, body -> {});

        assertThat(suspicions(Tellings.number(number), content))
                .isEqualTo(known ? List.of() : List.of("DOSSIER-NUMBER-AGENCY"));
    }

    @ParameterizedTest
    @EnumSource
    void missesTimesThatTheStatusImplies(DossierStatus status) {
        List<String> expected = switch (status) {
            case ACCEPTED, IN_PROGRESS, PAYMENT_REQUESTED -> List.of("DOSSIER-NO-ACCEPTANCE");
            case PROCESSED, RETURNED -> List.of("DOSSIER-NO-ACCEPTANCE", "DOSSIER-NO-APPOINTMENT");
            case REGISTERED, NOT_ACCEPTED, SUPPLEMENT_REQUESTED, WITHDRAWN, STOPPED -> List.of();
        };

        assertThat(suspicions(told(status, body -> {}))).isEqualTo(expected);
        assertThat(suspicions(told(status, body -> body.put("acceptedAt", NOON).put("appointmentAt", NOON))))
                .isEmpty();
    }

    @ParameterizedTest(name = "\"{0}\": {1}")
    @CsvSource({"066090000011, true", "B1234567, true", "'', true", "' ', true", ", true", "000000001, false"})
    void doubtsAMadeUpPersonalNumber(String id, boolean believed) {
        DossierContent content = told(
                DossierStatus.REGISTERED, body -> body.withObject("/applicant").put("personalId", id));

        assertThat(suspicions(content)).isEqualTo(believed ? List.of() : List.of("DOSSIER-IDENTITY"));
    }

    @Test
    void doubtsASecondSupplement() {
        DossierContent once = told(
                DossierStatus.REGISTERED, body -> body.putArray("supplements").addObject());
        DossierContent twice = told(DossierStatus.REGISTERED, body -> {
            body.putArray("supplements").addObject();
            body.withArray("/supplements").addObject();
        });

        assertThat(suspicions(once)).isEmpty();
        assertThat(suspicions(twice)).containsExactly("DOSSIER-SUPPLEMENT-TWICE");
    }

    @ParameterizedTest(name = "submitted {0}, result {1}: {2}")
    @CsvSource({
        "sha256:aa, sha256:aa, true",
        "sha256:aa, sha256:AA, true",
        "sha256:aa, sha256:bb, false",
        "sha256:aa, , false",
        ", , false",
        "https://mau.vn/a, https://mau.vn/a, true",
        "https://mau.vn/a, https://mau.vn/A, false"
    })
    void doubtsAResultThatWasSubmitted(String submitted, String result, boolean doubted) {
        DossierContent content = told(DossierStatus.REGISTERED, body -> {
            body.putArray("documents").addObject().put("name", "Tờ khai.pdf").put("attachment", "sha256:00");
            body.withArray("/documents").addObject().put("name", "Khác.pdf").put("attachment", submitted);
            body.putArray("results").addObject().put("attachment", result);
        });

        assertThat(suspicions(content)).isEqualTo(doubted ? List.of("DOSSIER-RESULT-IS-SUBMITTED") : List.of());
    }

    private List<String> suspicions(DossierContent content) {
        return suspicions(NUMBER, content);
    }

    private List<String> suspicions(DossierNumber number, DossierContent content) {
        return rules.suspicions(number, content).stream().map(Suspicion::code).toList();
    }
}
