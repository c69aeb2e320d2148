package vn.lienthong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.document.DocumentWorld;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.ResultPaper;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** What the portal is told in full: each event with what was attached before it, never after. */
class PortalDocumentsTest {
    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static DocumentWorld world;
    private static PortalDocuments documents;

    @BeforeAll
    static void open() {
        world = new DocumentWorld(TestDatabase.fresh(), SIGNING);
        documents = new PortalDocuments(
                world.dossiers.events, world.links, TestPartners.of("portal.settle=2s"), world.dossiers.deliveries);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void resultGoesOut_withTheStateBeforeIt_andTheResultsSoFar() {
        String number = world.dossier();
        UUID first = world.attached(number, xml("một"), false, "PORTAL");
        UUID later = world.tell(number, 2, Tellings.content(DossierStatus.RETURNED));
        UUID second = world.attached(number, xml("hai"), false, "PORTAL");

        PortalDocuments.Told of = told(first);
        assertThat(of.content().status()).isEqualTo(DossierStatus.PROCESSED);
        assertThat(of.content().results()).extracting(ResultPaper::id).containsExactly(first.toString());
        assertThat(of.content().results().getFirst().title()).isEqualTo("Giấy khai sinh");
        assertThat(of.content().results().getFirst().resultCode()).isEqualTo("KQ01");
        assertThat(of.content().results().getFirst().link()).startsWith("https://cong.example/links/");
        assertThat(told(later).content().results()).hasSize(1);
        assertThat(told(second).content().status()).isEqualTo(DossierStatus.RETURNED);
        assertThat(told(second).content().results())
                .extracting(ResultPaper::id)
                .containsExactly(first.toString(), second.toString());
    }

    @Test
    void resultWhoseDeliveryWasCalledOff_goesWithNoLaterState() {
        String number = world.dossier();
        UUID wrong = world.attached(number, xml("nhầm"), false, "PORTAL");
        callOff(wrong);
        UUID later = world.tell(number, 2, Tellings.content(DossierStatus.RETURNED));

        assertThat(told(later).content().results()).isEmpty();
    }

    @Test
    void stateWhoseDeliveryWasCalledOff_goesWithNoLaterResult() {
        String number = world.dossier();
        UUID wrong = world.tell(number, 2, Tellings.content(DossierStatus.RETURNED));
        callOff(wrong);
        UUID result = world.attached(number, xml("sau"), false, "PORTAL");

        assertThat(told(result).content().status()).isEqualTo(DossierStatus.PROCESSED);
        assertThat(told(result).content().results()).hasSize(1);
    }

    @Test
    void resultAfterNothingButCalledOffStates_isTheMatterOfAPerson() {
        String number = MadeUp.number();
        callOff(world.tell(number, 1, Tellings.content(DossierStatus.PROCESSED)));
        UUID result = world.attached(number, xml("sau"), false, "PORTAL");

        assertThat(told(result)).isNull();
    }

    @Test
    void stateToldBeforeAResult_saysNothingOfIt() {
        String number = world.dossier();
        UUID state = world.tell(number, 2, Tellings.content(DossierStatus.PROCESSED));
        world.attached(number, xml("sau"), false, "PORTAL");

        assertThat(told(state).content().results()).isEmpty();
    }

    @Test
    void emptyListOfResults_removesNothing_andTheAgencysOwnStayFirst() {
        String number = world.dossier();
        UUID attached = world.attached(number, xml("giữ"), false, "PORTAL");
        UUID without =
                world.tell(number, 2, Tellings.content(DossierStatus.PROCESSED, body -> body.putArray("results")));
        UUID with = world.tell(
                number,
                3,
                Tellings.content(
                        DossierStatus.PROCESSED,
                        body -> body.putArray("results")
                                .addObject()
                                .put("id", "r1")
                                .put("title", "Bản trích lục")
                                .put("link", "https://motcua.example/r1")));

        assertThat(told(without).content().results())
                .extracting(ResultPaper::id)
                .containsExactly(attached.toString());
        assertThat(told(with).content().results())
                .extracting(ResultPaper::id)
                .containsExactly("r1", attached.toString());
    }

    @Test
    void resultNotMeantForThePortal_isNotToldIt() {
        String number = world.dossier();
        world.attached(number, xml("riêng"), false);
        UUID state = world.tell(number, 2, Tellings.content(DossierStatus.RETURNED));

        assertThat(told(state).content().results()).isEmpty();
    }

    @Test
    void sameEvent_isToldTheSameAgain_linksIncluded() {
        String number = world.dossier();
        UUID result = world.attached(number, xml("lặp"), false, "PORTAL");

        DossierContent once = told(result).content();

        assertThat(told(result).content()).isEqualTo(once);
    }

    @Test
    void steps_areNoFullStates() {
        assertThat(documents.full("portal", List.of(), true)).isEmpty();
    }

    private static void callOff(UUID event) {
        world.dossiers.jdbc.update(
                "update delivery set state = 'CANCELLED', reason = 'CANCELLED-BY-PERSON' where event_id = ?", event);
    }

    private static PortalDocuments.Told told(UUID event) {
        Map<UUID, DossierEvent> loaded = world.dossiers.events.load(List.of(event));
        return documents.full("portal", loaded.values(), true).get(event);
    }

    private static byte[] xml(String text) {
        return ("<KetQua>" + text + "</KetQua>").getBytes(StandardCharsets.UTF_8);
    }
}
