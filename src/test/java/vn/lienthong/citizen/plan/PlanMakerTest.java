package vn.lienthong.citizen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Scopes;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.catalogue.Procedure;
import vn.lienthong.citizen.CitizenWorld;
import vn.lienthong.citizen.plan.OnceOnlyPlan.Item;
import vn.lienthong.citizen.plan.OnceOnlyPlan.Step;
import vn.lienthong.citizen.tracker.TrackedEnd;
import vn.lienthong.citizen.tracker.TrackedEnd.Outcome;
import vn.lienthong.citizen.tracker.TrackedQuestion;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.testing.HttpDouble;

/** Which papers the plan spares, by what is known. */
class PlanMakerTest {
    private static final CitizenWorld WORLD = new CitizenWorld(HttpDouble.nobody());
    private static final Procedure BIRTH = procedure("1.001193");
    private static final Instant THEN = Instant.parse("2026-11-20T03:00:00Z");

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void asksTheRegisterFirst_andSparesThePaperOnceItConfirmed() {
        String number = dossier(body -> {});
        assertThat(steps(number)).containsExactly(Step.SUBMIT, Step.SUBMIT, Step.ASK, Step.ASK);

        looked(number, Outcome.REFUSED, "LOOKUP-PERSON");
        looked(number, Outcome.UNVERIFIED, "REGISTER-DOWN");
        assertThat(steps(number)).endsWith(Step.ASK);
        assertThat(items(number).getLast().reason().vi()).contains("chưa có trả lời");

        looked(number, Outcome.MATCHED, null);
        looked(number, Outcome.UNVERIFIED, "REGISTER-DOWN");
        Item spared = items(number).getLast();
        assertThat(spared.step()).isEqualTo(Step.NOT_NEEDED);
        assertThat(spared.source()).isEqualTo("POPULATION");
        assertThat(spared.asOf()).isEqualTo(THEN);

        looked(number, Outcome.NOT_MATCHED, "REGISTER-DIFFERS");
        assertThat(items(number).getLast().step()).isEqualTo(Step.SUBMIT);
    }

    @Test
    void sparesWhatIsHeldAlready_andFlagsWhatNobodyMayAskFor() {
        String number = dossier(body -> {
            document(body, "TP01", false, true);
            document(body, "TP02", true, false);
            document(body, "TP03", false, false);
            document(body, "TP77", false, false);
            body.putArray("results").addObject().put("title", "Xác nhận cư trú").put("componentCode", "TP04");
        });

        assertThat(items(number))
                .extracting(Item::source)
                .containsExactly("NATIONAL_STORE", "EARLIER_PAPER", "POPULATION", "EARLIER_RESULT");
        assertThat(items(number)).extracting(Item::submitted).containsExactly(true, true, true, true);
        assertThat(plan(number).unlisted()).containsExactly("TP77");
    }

    @Test
    void sparesNothing_forALookUpOfSomebodyElse_orOneThatToldNothing() {
        String number = dossier(body -> {});

        looked(number, "POPULATION", Outcome.MATCHED, null, "066193000012", List.of("fullName"));
        looked(number, "POPULATION", Outcome.MATCHED, null, "066090000011", List.of());

        assertThat(steps(number)).endsWith(Step.ASK, Step.ASK);
    }

    @Test
    void sparesAPaperThatTheNationalStoreHolds_onlyOnceItWasAskedForThatKind() {
        String number = dossier(body -> body.put("procedureCode", "1.007254"));
        Procedure permit = procedure("1.007254");
        assertThat(items(number, permit).getLast().step()).isEqualTo(Step.ASK);
        assertThat(items(number, permit).getLast().source()).isEqualTo("PAPER_STORE");

        looked(number, "PAPER_STORE", Outcome.MATCHED, null, "066090000011", List.of("marriageCertificate"));
        assertThat(items(number, permit).getLast().step()).isEqualTo(Step.ASK);

        looked(number, "PAPER_STORE", Outcome.MATCHED, null, "066090000011", List.of("buildingPermit"));
        assertThat(items(number, permit).getLast().step()).isEqualTo(Step.NOT_NEEDED);
        assertThat(items(number, permit).getLast().asOf()).isEqualTo(THEN);
    }

    @Test
    void saysThatTheProcedureIsMissing_notTheDossier() {
        String number = dossier(body -> body.put("procedureCode", "9.999999"));
        PlanController controller = new PlanController(
                WORLD.dossiers.register,
                Catalogue.load(SchemaFiles.packed()).procedures(),
                new PlanMaker(WORLD.tracker),
                WORLD.dossiers.rights);
        Caller caller = new Caller(
                "H15.24133", "H15.24133", "H15.24133", Set.of(Scopes.DOSSIER_READ), null, Caller.Kind.CLIENT);

        assertThatThrownBy(() -> controller.plan(number, caller, new MockHttpServletRequest()))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.problem().status()).isEqualTo(404);
                    assertThat(problem.problem().code()).isEqualTo("PROCEDURE-UNKNOWN");
                });
    }

    private static void document(ObjectNode body, String component, boolean reused, boolean national) {
        body.withArray("documents")
                .addObject()
                .put("name", component + ".pdf")
                .put("componentCode", component)
                .put("reused", reused)
                .put("fromNationalStore", national);
    }

    private static String dossier(Consumer<ObjectNode> change) {
        return WORLD.dossier(DossierStatus.IN_PROGRESS, change);
    }

    private static List<Step> steps(String number) {
        return items(number).stream().map(Item::step).toList();
    }

    private static Procedure procedure(String code) {
        return Catalogue.load(SchemaFiles.packed())
                .procedures()
                .find(code, LocalDate.of(2026, 11, 22))
                .orElseThrow();
    }

    private static List<Item> items(String number) {
        return plan(number).items();
    }

    private static List<Item> items(String number, Procedure procedure) {
        return plan(number, procedure).items();
    }

    private static OnceOnlyPlan plan(String number) {
        return plan(number, BIRTH);
    }

    private static OnceOnlyPlan plan(String number, Procedure procedure) {
        DossierRecord record = WORLD.dossiers.register.find(number).orElseThrow();
        return new PlanMaker(WORLD.tracker)
                .plan(record, WORLD.dossiers.register.content(record).orElseThrow(), procedure);
    }

    private static void looked(String number, Outcome outcome, @Nullable String reason) {
        looked(number, "POPULATION", outcome, reason, "066090000011", List.of("permanentAddress"));
    }

    private static void looked(
            String number,
            String register,
            Outcome outcome,
            @Nullable String reason,
            String person,
            List<String> fields) {
        UUID id = Ids.next();
        WORLD.tracker.whole(
                new TrackedQuestion(
                        id,
                        THEN,
                        "H15.24133",
                        "H15.24133",
                        "1",
                        "A",
                        number,
                        "1.001193",
                        "x",
                        "y",
                        person,
                        fields,
                        register),
                new TrackedEnd(THEN, outcome, reason, THEN, false, null));
    }
}
