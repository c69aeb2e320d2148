package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.kernel.Problem.FieldError;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SchemaFiles;

class ContentRulesTest {
    private static final Catalogue CATALOGUE = Catalogue.load(SchemaFiles.packed());
    static final DossierNumber NUMBER = Tellings.number("H15.24133-261120-0007");
    static final String NOON = "2026-11-20T12:00:00+07:00";

    private final ContentRules rules = at("2026-11-21T05:00:00Z");

    static ContentRules at(String now) {
        return new ContentRules(CATALOGUE, new FixedClock(Instant.parse(now)));
    }

    static DossierContent told(DossierStatus status, Consumer<ObjectNode> change) {
        return Tellings.content(status, body -> {
            List.of("submittedAt", "acceptedAt", "appointmentAt", "processedAt", "returnedAt", "refusedAt")
                    .forEach(body::remove);
            change.accept(body);
        });
    }

    @Nested
    class Number {
        @ParameterizedTest
        @ValueSource(strings = {"", "H15.24133-261121", "h15.24133-261121-0007", "H15.24133-260230-0007"})
        void refusesWhatIsNone(String text) {
            assertRefused(rules, text, "DOSSIER-NUMBER");
        }

        @Test
        void refusesADayOfReceptionAfterToday_inVietnam() {
            String tomorrow = "H15.24133-261122-0007";

            assertRefused(at("2026-11-21T16:54:59.999Z"), tomorrow, "DOSSIER-NUMBER-FUTURE");
            assertThat(at("2026-11-21T17:00:00Z").number(tomorrow).value()).isEqualTo(tomorrow);
            assertThat(rules.number("H15.24133-261121-0007").sequence()).isEqualTo("0007");
        }

        @Test
        void takesANumberOfTheNewDay_whereThisNodesClockIsMinutesBehind() {
            String justAfterMidnight = "H15.24133-261122-0007";

            assertThat(at("2026-11-21T16:55:00Z").number(justAfterMidnight).value())
                    .isEqualTo(justAfterMidnight);
        }

        private static void assertRefused(ContentRules rules, String text, String code) {
            assertThatThrownBy(() -> rules.number(text)).isInstanceOfSatisfying(ProblemException.class, refused -> {
                assertThat(refused.problem().status()).isEqualTo(422);
                assertThat(refused.problem().code()).isEqualTo(code);
            });
        }
    }

    @Nested
    class Codes {
        @ParameterizedTest(name = "{0} received on {1}: {2}")
        @CsvSource({
            "1.001193, 261120, true",
            "1.001193.000.00.00.H15, 261120, true",
            "9.999999, 261120, false",
            "1.00119, 261120, false",
            "1.001193x, 261120, false",
            "3.000722, 240701, true",
            "3.000722, 240630, false"
        })
        void asksForAProcedureOfTheDayOfReception(String procedure, String day, boolean known) {
            DossierNumber number = Tellings.number("H15.24133-" + day + "-0007");
            DossierContent content = told(DossierStatus.REGISTERED, body -> body.put("procedureCode", procedure));

            assertThat(errors(number, content))
                    .isEqualTo(known ? List.of() : List.of("/procedureCode PROCEDURE-UNKNOWN"));
        }

        @ParameterizedTest(name = "{0} {1}: {2}")
        @CsvSource({
            "intakeAgency, H15.02, true",
            "intakeAgency, 000.24.15.H15, true",
            "intakeAgency, H15.99999, false",
            "intakeAgency, H15.24133.01, false",
            "intakeAgency, h15.02, false",
            "competentAgency, H99.14, true",
            "competentAgency, H98, false"
        })
        void asksForAgenciesOfTheCatalogue(String field, String code, boolean known) {
            DossierContent content = told(DossierStatus.REGISTERED, body -> body.put(field, code));

            assertThat(errors(NUMBER, content)).isEqualTo(known ? List.of() : List.of("/" + field + " AGENCY-UNKNOWN"));
        }

        @Test
        void namesEveryFault() {
            DossierContent content = told(
                    DossierStatus.ACCEPTED,
                    body -> body.put("procedureCode", "9.999999")
                            .put("intakeAgency", "H98")
                            .put("competentAgency", "H97")
                            .put("submittedAt", NOON)
                            .put("acceptedAt", "2026-11-20T11:59:59+07:00"));

            assertThat(errors(NUMBER, content))
                    .containsExactly(
                            "/procedureCode PROCEDURE-UNKNOWN",
                            "/intakeAgency AGENCY-UNKNOWN",
                            "/competentAgency AGENCY-UNKNOWN",
                            "/acceptedAt TIME-ORDER");
        }
    }

    @Nested
    class Times {
        @ParameterizedTest(name = "{1} not before {0}")
        @CsvSource({
            "submittedAt, acceptedAt",
            "acceptedAt, appointmentAt",
            "acceptedAt, processedAt",
            "acceptedAt, returnedAt",
            "processedAt, returnedAt",
            "submittedAt, appointmentAt",
            "submittedAt, processedAt",
            "submittedAt, returnedAt",
            "submittedAt, refusedAt"
        })
        void refusesATimeBeforeItsPredecessor(String before, String after) {
            assertThat(ordered(before, after, "2026-11-20T11:59:59.999+07:00"))
                    .containsExactly("/" + after + " TIME-ORDER");
            assertThat(ordered(before, after, "2026-11-20T12:30:00+08:00"))
                    .containsExactly("/" + after + " TIME-ORDER");
            assertThat(ordered(before, after, NOON)).isEmpty();
            assertThat(ordered(before, after, "2026-11-20T05:00:00Z")).isEmpty();
            assertThat(ordered(before, after, "2026-11-20T12:00:01+07:00")).isEmpty();
        }

        private List<String> ordered(String before, String after, String time) {
            return errors(
                    NUMBER,
                    told(
                            DossierStatus.REGISTERED,
                            body -> body.put(before, NOON).put(after, time)));
        }

        @Test
        void namesOneFaultOnly_whereSubmissionAndAcceptanceAreTold() {
            DossierContent content = told(
                    DossierStatus.PROCESSED,
                    body -> body.put("submittedAt", NOON)
                            .put("acceptedAt", NOON)
                            .put("processedAt", "2026-11-20T11:00:00+07:00"));

            assertThat(errors(NUMBER, content)).containsExactly("/processedAt TIME-ORDER");
        }

        @Test
        void looksIntoEverySupplement() {
            DossierContent content = told(DossierStatus.REGISTERED, body -> {
                var rounds = body.putArray("supplements");
                rounds.addObject().put("requestedAt", NOON).put("completedAt", NOON);
                rounds.addObject().put("requestedAt", NOON).put("completedAt", "2026-11-20T11:00:00+07:00");
                rounds.addObject().put("requestedAt", NOON);
            });

            assertThat(errors(NUMBER, content)).containsExactly("/supplements/1/completedAt TIME-ORDER");
        }

        @Test
        void refusesAStepDueBeforeItStarted() {
            assertThat(rules.errors(step(NOON, "2026-11-20T11:59:59+07:00")))
                    .extracting(FieldError::pointer, FieldError::code)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("/dueAt", "TIME-ORDER"));
            assertThat(rules.errors(step(NOON, NOON))).isEmpty();
        }

        private static ProgressStep step(String started, String due) {
            return new ProgressStep(
                    1L,
                    java.time.OffsetDateTime.parse(NOON),
                    "Trần Thị Mẫu",
                    null,
                    null,
                    "Thẩm tra",
                    DossierStatus.IN_PROGRESS,
                    java.time.OffsetDateTime.parse(started),
                    java.time.OffsetDateTime.parse(due),
                    java.util.Map.of());
        }
    }

    private List<String> errors(DossierNumber number, DossierContent content) {
        return rules.errors(number, content).stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }
}
