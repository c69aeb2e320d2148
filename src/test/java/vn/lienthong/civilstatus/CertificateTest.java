package vn.lienthong.civilstatus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryRequest;
import vn.lienthong.document.DocumentWorld;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand.NoteFacts;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierEvent.ResultTold;
import vn.lienthong.dossier.DossierListener;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** The paper that comes with a registration becomes a result, once, and goes to the portal with the linked dossier. */
class CertificateTest {
    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static final AtomicBoolean CRASHING = new AtomicBoolean();
    private static DocumentWorld documents;
    private static CivilWorld world;
    private static String signed;

    @BeforeAll
    static void open() {
        documents = new DocumentWorld(TestDatabase.fresh(), SIGNING);
        world = new CivilWorld(documents);
        world.dossiers.listen(new DossierListener() {
            @Override
            public void told(List<TellState> states) {
                // only what is noted matters here
            }

            @Override
            public void noted(List<NoteFacts> facts) {
                if (CRASHING.get()) {
                    throw new IllegalStateException("as if the process ended here");
                }
            }
        });
        signed = base64(SIGNING.signed("agency", SignatureFormat.PADES, SignatureLevel.T, SigningWorld.pdf())
                .bytes());
    }

    @AfterAll
    static void close() {
        world.close();
        documents.close();
    }

    @Test
    void signedPaper_isAResultOfLegAndLinkedDossier_andGoesToThePortalOnce() {
        String parent = parent();
        String leg = finished(parent, signed);
        world.look(5);

        assertThat(results(leg)).hasSize(1);
        assertThat(results(parent)).hasSize(1);
        ResultTold told = results(parent).getFirst();
        assertThat(told.result().title()).isEqualTo("Giấy khai sinh");
        assertThat(told.result().resultCode()).isEqualTo("KQ.HT.LTKS");
        assertThat(told.result().forwardTo()).containsExactly("PORTAL");
        assertThat(results(leg).getFirst().result().forwardTo()).isEmpty();
        assertThat(toPortal(parent)).hasSize(1);
        assertThat(toPortal(leg)).isEmpty();
        assertThat(documents.issued.find(told.id()))
                .hasValueSatisfying(issued -> assertThat(issued.digests())
                        .containsExactly(told.result().sha256()));
        assertThat(world.evidence.find(told.id())).isPresent();
        assertThat(world.facts(leg)).hasSize(1);
        assertThat(world.workItems(parent)).isEmpty();
    }

    @Test
    void crashBetweenPaperAndFacts_leavesOneOfEach() {
        String parent = parent();
        CRASHING.set(true);
        String leg = finished(parent, signed);
        assertThat(results(parent)).as("attached before the crash").hasSize(1);
        assertThat(world.facts(leg)).isEmpty();
        assertThat(world.state(leg)).isEqualTo(RegistrationState.ELIGIBLE);

        CRASHING.set(false);
        world.look(2);

        assertThat(world.state(leg)).isEqualTo(RegistrationState.FINISHED);
        assertThat(world.facts(leg)).hasSize(1);
        assertThat(results(leg)).hasSize(1);
        assertThat(results(parent)).hasSize(1);
        assertThat(toPortal(parent)).hasSize(1);
    }

    @Test
    void readAgain_isTheSameResult() {
        String parent = parent();
        String leg = finished(parent, signed);
        toldAgain(leg, parent);

        assertThat(results(leg)).hasSize(1);
        assertThat(results(parent)).hasSize(1);
        assertThat(toPortal(parent)).hasSize(1);
        assertThat(world.facts(leg)).hasSize(1);
    }

    @Test
    void correctedPaper_isASecondResult() {
        String parent = parent();
        String leg = finished(parent, signed);
        String corrected = base64(SIGNING.signed("agency", SignatureFormat.PADES, SignatureLevel.T, SigningWorld.pdf())
                .bytes());
        world.set("registrations/" + leg, "{\"certificate\":\"" + corrected + "\"}");
        toldAgain(leg, parent);

        assertThat(results(parent)).hasSize(2);
        assertThat(toPortal(parent)).hasSize(2);
    }

    @Test
    void linkedDossierToldLater_getsThePaperThen() {
        String parent = MadeUp.number();
        String leg = finished(parent, signed);
        assertThat(results(leg)).hasSize(1);

        linked(parent);
        world.dossiers.clock.advance(Duration.ofMinutes(2));
        world.look(2);

        assertThat(results(parent)).hasSize(1);
        assertThat(toPortal(parent)).hasSize(1);
        assertThat(world.jdbc()
                        .queryForObject(
                                "select watched from civil_registration where dossier_number = ?", Boolean.class, leg))
                .isFalse();
    }

    @Test
    void unsignedPaper_isKept_andGoesNowhere() {
        String parent = parent();
        String leg = finished(parent, base64(SigningWorld.pdf().bytes()));

        assertThat(results(parent)).hasSize(1);
        assertThat(toPortal(parent)).isEmpty();
        assertThat(world.workItems(parent)).contains("RESULT-UNSIGNED");
        assertThat(world.facts(leg)).hasSize(1);
    }

    @Test
    void brokenSignature_isKept_andGoesNowhere() {
        byte[] bytes = Base64.getDecoder().decode(signed);
        // in the comment behind the header, so that it still reads
        bytes[11] ^= 1;
        String parent = parent();
        finished(parent, base64(bytes));

        assertThat(results(parent)).hasSize(1);
        assertThat(world.workItems(parent)).contains("RESULT-SIGNATURE-BROKEN");
        assertThat(toPortal(parent)).isEmpty();
    }

    @Test
    void whatIsNoDocument_isToldOnce_andTheFactsGoOn() {
        for (String nothing : List.of("không phải base64", base64("xin chào".getBytes(StandardCharsets.UTF_8)))) {
            String parent = parent();
            String leg = finished(parent, nothing);

            assertThat(world.facts(leg)).hasSize(1);
            assertThat(results(leg)).isEmpty();
            assertThat(world.workItems(leg)).containsExactly(RegistrationFindings.CERTIFICATE);
        }
    }

    @Test
    void dossierThatNamesAnothersAsItsParent_bringsNothingIntoIt() {
        String foreign = MadeUp.number("H15.24121");
        DossierContent content = Tellings.content(
                DossierStatus.ACCEPTED,
                body -> body.put("procedureCode", "3.000722")
                        .put("intakeAgency", "H15.24121")
                        .put("competentAgency", "H15.24121"));
        TellState told = Tellings.by(Tellings.caller("H15.24121"), Tellings.state(foreign, 1L, content));
        List<DossierAnswer> answers =
                world.dossiers.transaction.execute(status -> world.dossiers.register.apply(List.of(told), Map.of()));
        assertThat(answers.getFirst()).isInstanceOf(DossierAnswer.Accepted.class);
        String leg = finished(foreign, signed);

        assertThat(results(leg)).hasSize(1);
        assertThat(results(foreign)).isEmpty();
    }

    /** Its source tells of it again, so it is read again. */
    private static void toldAgain(String leg, String parent) {
        world.tell(
                leg,
                2,
                DossierStatus.IN_PROGRESS,
                body -> body.put("procedureCode", CivilWorld.BIRTH).put("parent", parent));
        world.look(2);
    }

    private static String parent() {
        String parent = MadeUp.number();
        linked(parent);
        return parent;
    }

    private static void linked(String number) {
        tell(number, body -> body.put("procedureCode", "3.000722"));
    }

    private static void tell(String number, Consumer<ObjectNode> change) {
        world.tell(number, 1, DossierStatus.ACCEPTED, change);
    }

    /** A birth that the platform has finished with this paper. */
    private static String finished(String parent, String paper) {
        String leg = world.leg(CivilWorld.BIRTH, parent);
        world.sent(leg);
        world.set("registrations/" + leg, "{\"certificate\":\"" + paper + "\"}");
        world.look(4);
        return leg;
    }

    private static List<ResultTold> results(String number) {
        return world.dossiers.register.history(number).stream()
                .filter(ResultTold.class::isInstance)
                .map(ResultTold.class::cast)
                .toList();
    }

    private static List<Delivery> toPortal(String number) {
        return world.dossiers.deliveries.ofDossier(number).stream()
                .filter(delivery ->
                        delivery.partner().equals("portal") && delivery.kind().equals(DeliveryRequest.RESULT))
                .toList();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
