package vn.lienthong.post.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.access.TestAccess;
import vn.lienthong.document.Sha256Name;
import vn.lienthong.document.TestDocuments;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.workitem.WorkItem;

/** A parcel gets its dossier number from the agency's own state, once and by the right agency. */
class ParcelNamesTest {
    private static final HandoverWorld WORLD = new HandoverWorld(TestDatabase.fresh());

    private String parcel;
    private MadeUpManifest manifest;
    private String submittedAt;

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void handOver() {
        parcel = MadeUpManifest.parcel();
        manifest = new MadeUpManifest().with(parcel, null, item -> {});
        submittedAt = WORLD.answer(manifest).path("submittedAt").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"parcel:%1$s", "%2$s/%1$s", "parcel:%2$s/%1$s"})
    void takesTheNumber_howeverTheParcelIsNamed(String form) {
        String number = MadeUp.number();

        tell(number, form.formatted(parcel, manifest.number()), "POSTAL", "H15.24133");

        assertThat(named()).containsExactly(number);
        assertThat(findings(number)).isEmpty();
    }

    @Test
    void takesABareNumberForAnotherSystems() {
        String number = MadeUp.number();

        tell(number, parcel, "POSTAL", "H15.24133");

        assertThat(named()).isEmpty();
        assertThat(findings(number)).isEmpty();
    }

    @Test
    void namesItOnce() {
        String first = MadeUp.number();
        String second = MadeUp.number();
        tell(first, "parcel:" + parcel, "POSTAL", "H15.24133");
        tell(second, "parcel:" + parcel, "POSTAL", "H15.24133");

        assertThat(named()).containsExactly(first);
        assertThat(findings(first)).containsExactly("POST-PARCEL-NAMED-TWICE");
        assertThat(findings(second)).containsExactly("POST-PARCEL-NAMED-TWICE");
    }

    @Test
    void asksAPersonOfBoth_whenThePostHadNumberedIt() {
        String numbered = MadeUp.number();
        String other = MadeUp.number();
        parcel = MadeUpManifest.parcel();
        WORLD.take(new MadeUpManifest().with(parcel, numbered, item -> {}));

        tell(other, "parcel:" + parcel, "POSTAL", "H15.24133");

        assertThat(findings(numbered)).containsExactly("POST-PARCEL-NAMED-TWICE");
        assertThat(findings(other)).containsExactly("POST-PARCEL-NAMED-TWICE");
    }

    @Test
    void asksAPerson_whenOnlyTheDecidingAgencyIsTheSame() {
        String parcel = MadeUpManifest.parcel();
        WORLD.take(new MadeUpManifest()
                .with(parcel, null, item -> item.withObject("dossier").put("competentAgency", "H15.02")));
        String number = MadeUp.number("H15.02");

        tell(number, "parcel:" + parcel, "POSTAL", "H15.02");

        assertThat(findings(number)).containsExactly("POST-PARCEL-ELSEWHERE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void joinsAnItemWithADiscrepancy_withItsFiles(boolean numbered) {
        Sha256Name file = TestDocuments.handedIn(WORLD.dossiers, HandoverWorld.POST);
        Sha256Name strange = TestDocuments.handedIn(WORLD.dossiers, TestAccess.agency("H15.02"));
        parcel = MadeUpManifest.parcel();
        manifest = new MadeUpManifest().with(parcel, numbered ? MadeUp.number() : null, item -> {
            item.put("paperCount", 3);
            ((ObjectNode) item.path("documents").path(0)).put("attachment", "sha256:" + file.hex());
            item.withArray("documents")
                    .addObject()
                    .put("name", "Tệp của cơ quan khác")
                    .put("attachment", "sha256:" + strange.hex());
        });
        assertThat(WORLD.only(manifest).path("status").asText()).isEqualTo("DISCREPANCY");
        assertThat(TestDocuments.attachments(WORLD.dossiers)
                        .inHand(TestAccess.agency(MadeUp.WARD), List.of(file, strange)))
                .containsExactly(file);
        String number = MadeUp.number();

        tell(number, "parcel:" + parcel, "POSTAL", "H15.24133");

        assertThat(named()).containsExactly(number);
        assertThat(TestDocuments.dossiersOpening(WORLD.dossiers, file)).containsExactly(number);
        assertThat(TestDocuments.dossiersOpening(WORLD.dossiers, strange)).isEmpty();
        JsonNode again = WORLD.only(new MadeUpManifest().with(parcel, null, item -> {}));
        assertThat(again.path("reasons").findValuesAsText("code")).containsExactly("HANDOVER-PARCEL-CLAIMED");
    }

    @Test
    void asksAPerson_whenAnotherAgencyNamesIt() {
        String number = MadeUp.number("H15.02");

        tell(number, "parcel:" + parcel, "POSTAL", "H15.02");

        assertThat(named()).isEmpty();
        assertThat(findings(number)).containsExactly("POST-PARCEL-ELSEWHERE");
    }

    @Test
    void asksAPerson_whenTheAgencySaysItCameOtherwise() {
        String number = MadeUp.number();

        tell(number, "parcel:" + parcel, "COUNTER", "H15.24133");

        assertThat(named()).containsExactly(number);
        assertThat(findings(number)).containsExactly("POST-SUBMISSION-DIFFERS");
    }

    @Test
    void asksAPerson_whenTheDossierWasHandedOverWithAnotherParcel() {
        String number = MadeUp.number();
        WORLD.take(new MadeUpManifest().with(number));

        tell(number, "parcel:" + parcel, "POSTAL", "H15.24133");

        assertThat(named()).isEmpty();
        assertThat(findings(number)).containsExactly("HANDOVER-DOSSIER-CLAIMED");
    }

    private void tell(String number, String externalId, String channel, String agency) {
        var content = Tellings.content(DossierStatus.REGISTERED, body -> {
            body.put("channel", channel).put("submittedAt", submittedAt);
            body.put("intakeAgency", agency).put("competentAgency", agency);
            body.putArray("externalIds").add(externalId);
        });
        var told = Tellings.state(number, 1L, content);
        var caller = TestAccess.agency(agency);
        WORLD.dossiers.transaction.executeWithoutResult(status -> assertThat(WORLD.dossiers.register.apply(
                        List.of(new vn.lienthong.dossier.DossierCommand.TellState(
                                told.eventId(), told.number(), caller, 1L, false, content)),
                        Map.of()))
                .hasOnlyElementsOfType(vn.lienthong.dossier.DossierAnswer.Accepted.class));
    }

    private List<String> named() {
        return List.copyOf(WORLD.items
                .namedLater(WORLD.handovers
                        .find("vnpost", manifest.number())
                        .orElseThrow()
                        .id())
                .values());
    }

    private static List<String> findings(String number) {
        return WORLD.dossiers.workItems(number).stream().map(WorkItem::code).toList();
    }
}
