package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.citizen.LookUpAnswer.Match;
import vn.lienthong.citizen.tracker.TrackedEnd;
import vn.lienthong.citizen.tracker.TrackedEnd.Outcome;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.MadeUp;

/** Without a reason nothing leaves, and the refusal is on record. */
class JustificationTest {
    private static final HttpDouble REGISTER = RegisterDouble.telling(RegisterDouble.WHOLE);
    private static final CitizenWorld WORLD = new CitizenWorld(REGISTER.url());
    private static final LookUpRequest.Officer OFFICER = new LookUpRequest.Officer("066080000099", "Trần Thị Mẫu");
    private static final LookUpRequest.Person MAU =
            new LookUpRequest.Person(CitizenWorld.PERSON, CitizenWorld.NAME, CitizenWorld.BORN);

    /** The first call loads the SOAP library, which takes longer on a busy machine than an officer would wait. */
    @BeforeAll
    static void warmUp() {
        WORLD.ask(WORLD.dossier(), "fullName");
    }

    @AfterAll
    static void close() {
        WORLD.close();
        REGISTER.close();
    }

    static Stream<Arguments> missing() {
        String open = WORLD.dossier();
        return Stream.of(
                Arguments.of("LOOKUP-OFFICER", new LookUpRequest(open, null, "x", "y", MAU, List.of())),
                Arguments.of(
                        "LOOKUP-OFFICER",
                        new LookUpRequest(open, new LookUpRequest.Officer("1", " "), "x", "y", MAU, List.of())),
                Arguments.of("LOOKUP-PURPOSE", new LookUpRequest(open, OFFICER, " ", "y", MAU, List.of())),
                Arguments.of("LOOKUP-LEGAL-BASIS", new LookUpRequest(open, OFFICER, "x", null, MAU, List.of())),
                Arguments.of("LOOKUP-DOSSIER", new LookUpRequest(null, OFFICER, "x", "y", MAU, List.of())),
                Arguments.of(
                        "LOOKUP-DOSSIER", new LookUpRequest("H15.24133-261121-99999", OFFICER, "x", "y", MAU, null)),
                Arguments.of(
                        "LOOKUP-PROCEDURE",
                        CitizenWorld.request(
                                procedure("2.000815"), MAU.personalId(), MAU.fullName(), MAU.dateOfBirth())),
                Arguments.of(
                        "LOOKUP-FIELD",
                        CitizenWorld.request(
                                procedure("2.000720"), MAU.personalId(), MAU.fullName(), MAU.dateOfBirth(), "spouse")),
                Arguments.of(
                        "LOOKUP-PERSON",
                        CitizenWorld.request(open, "066193000012", "Trần Thị Thử", "1993", "fullName")));
    }

    private static String procedure(String code) {
        return WORLD.dossier(DossierStatus.IN_PROGRESS, body -> body.put("procedureCode", code));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("missing")
    void refuses_beforeAnythingLeaves_andKeepsARow(String reason, LookUpRequest request) {
        int asked = REGISTER.requests().size();

        Problem problem = refusal(request);

        assertThat(problem.status()).isEqualTo(403);
        assertThat(problem.code()).isEqualTo("LOOKUP-NOT-JUSTIFIED");
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(reason);
            assertThat(problem.text().vi()).contains(error.text().vi());
        });
        assertThat(REGISTER.requests()).hasSize(asked);
        assertRecorded(request, reason);
    }

    @Test
    void tellsEveryMissingReasonAtOnce() {
        assertThat(refusal(new LookUpRequest(null, null, null, null, MAU, List.of()))
                        .errors())
                .extracting(Problem.FieldError::code)
                .containsExactly("LOOKUP-OFFICER", "LOOKUP-PURPOSE", "LOOKUP-LEGAL-BASIS", "LOOKUP-DOSSIER");
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_ACCEPTED", "WITHDRAWN", "STOPPED", "RETURNED"})
    void refuses_whenTheDossierIsClosed(DossierStatus status) {
        String number = WORLD.dossier(status, body -> body.put("refusedAt", MadeUp.at(8, 30)));

        assertThat(refusal(CitizenWorld.request(number, MAU.personalId(), MAU.fullName(), MAU.dateOfBirth()))
                        .errors()
                        .getFirst()
                        .code())
                .isEqualTo("LOOKUP-DOSSIER-CLOSED");
    }

    @Test
    void mayAskAboutPersonsWhomTheDossierNamesAsRelated_byNumberOrExactName() {
        String number = WORLD.dossier(DossierStatus.IN_PROGRESS, body -> {
            body.withObject("applicant").put("personalId", "066215000017").put("name", "Nguyễn Thử");
            body.putArray("relatedPersons")
                    .addObject()
                    .put("relation", "FATHER")
                    .put("name", MAU.fullName())
                    .put("personalId", MAU.personalId());
            body.withArray("relatedPersons")
                    .addObject()
                    .put("relation", "MOTHER")
                    .put("name", "Trần Thị Thử");
        });

        assertThat(WORLD.lookUps
                        .ask(
                                CitizenWorld.request(
                                        number, MAU.personalId(), MAU.fullName(), MAU.dateOfBirth(), "fullName"),
                                CitizenWorld.WARD)
                        .match())
                .isEqualTo(LookUpAnswer.Match.MATCHED);
        assertThat(refusal(CitizenWorld.request(number, "066193000012", "Tran Thi Thu", "1993", "fullName"))
                        .errors()
                        .getFirst()
                        .code())
                .as("a name without its accents is another")
                .isEqualTo("LOOKUP-PERSON");
        assertThat(refusal(CitizenWorld.request(number, "066090000029", MAU.fullName(), "1990", "fullName"))
                        .errors()
                        .getFirst()
                        .code())
                .as("a number decides where one is told")
                .isEqualTo("LOOKUP-PERSON");
    }

    @Test
    void refusesAForeignDossier_asIfItWereNotThere() {
        LookUpRequest request =
                CitizenWorld.request(WORLD.dossier(), MAU.personalId(), MAU.fullName(), MAU.dateOfBirth());

        Problem foreign = catchThrowableOfType(
                        ProblemException.class, () -> WORLD.lookUps.ask(request, CitizenWorld.caller("H15.02")))
                .problem();

        assertThat(foreign.errors().getFirst().code()).isEqualTo("LOOKUP-DOSSIER");
    }

    @ParameterizedTest
    @CsvSource({
        "06609000001, Nguyễn Văn Mẫu, 1990-01-31, PERSONAL-ID-FORM",
        "066090000011, Nguyễn Văn Mẫu, 1991-01-31, PERSONAL-ID-YEAR",
        "066090000011, Nguyễn Văn Mẫu, 1890-01-31, PERSONAL-ID-CENTURY",
        "066090000011, Nguyễn Văn Mẫu, 1990-02-31, BIRTH-DATE-FORM",
        "066090000011, N<b>, 1990-01-31, NAME-FORM",
        "066090000011, ' ', 1990-01-31, NAME-FORM"
    })
    void refusesWhatCannotBeAPerson_andKeepsARow(String number, String name, String born, String code) {
        LookUpRequest request = CitizenWorld.request(WORLD.dossier(), number, name, born, "fullName");

        Problem problem = refusal(request);

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.code()).isEqualTo("LOOKUP-PERSON-INVALID");
        assertThat(problem.errors()).extracting(Problem.FieldError::code).containsExactly(code);
        assertRecorded(request, code);
    }

    @Test
    void refusesFieldsThatNobodyKnows() {
        Problem problem = refusal(CitizenWorld.request(
                WORLD.dossier(), MAU.personalId(), MAU.fullName(), MAU.dateOfBirth(), "fullName", "salary"));

        assertThat(problem.code()).isEqualTo("LOOKUP-FIELD-UNKNOWN");
        assertThat(problem.errors().getFirst().pointer()).isEqualTo("/fields/1");
    }

    @Test
    void takesRelatedPersons_byNumberOrWhereNoneIsToldByName() {
        String submitter = WORLD.dossier(DossierStatus.IN_PROGRESS, body -> {
            applicant(body).put("personalId", "066193000012").put("name", "Trần Thị Thử");
            body.putObject("submitter").put("name", CitizenWorld.NAME).put("personalId", CitizenWorld.PERSON);
        });
        String byName =
                WORLD.dossier(DossierStatus.IN_PROGRESS, body -> applicant(body).remove("personalId"));
        String household = WORLD.dossier(DossierStatus.IN_PROGRESS, body -> {
            body.put("procedureCode", "1.001612");
            applicant(body)
                    .put("type", "BUSINESS")
                    .put("name", "Hộ kinh doanh Mẫu")
                    .put("taxCode", CitizenWorld.PERSON);
            applicant(body).remove("personalId");
        });

        assertThat(Stream.of(submitter, byName, household).map(number -> WORLD.ask(number, "fullName")))
                .allMatch(answer -> answer.match() == Match.MATCHED);
    }

    private static ObjectNode applicant(ObjectNode body) {
        return (ObjectNode) body.path("applicant");
    }

    private static Problem refusal(LookUpRequest request) {
        return catchThrowableOfType(ProblemException.class, () -> WORLD.lookUps.ask(request, CitizenWorld.WARD))
                .problem();
    }

    private static void assertRecorded(LookUpRequest request, String reason) {
        TrackedEnd end = WORLD.rows(request.person().personalId()).getFirst().end();
        assertThat(end.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(end.reason()).isEqualTo(reason);
    }
}
