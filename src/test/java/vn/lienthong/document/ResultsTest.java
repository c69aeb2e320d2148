package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.Tellings;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.Signer;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.signing.Verification;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.workitem.WorkItem;

/** What becomes of a result: judged, sealed, held back until it may go. */
class ResultsTest {
    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static DocumentWorld world;

    @BeforeAll
    static void open() {
        world = new DocumentWorld(TestDatabase.fresh(), SIGNING);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void unsignedAndUnsealed_goesOn_andTheAgencyHearsOfIt() {
        String number = world.dossier();

        UUID id = world.attached(number, SigningWorld.pdf().bytes(), false, "PORTAL");

        assertThat(world.workItems(number)).containsExactly("RESULT-UNSIGNED");
        assertThat(world.delivery(number, id).kind()).isEqualTo("result");
        assertThat(world.delivery(number, id).reason()).isNull();
        assertThat(world.results.handedOut(id)).isPresent();
    }

    @Test
    void waitsForItsSeal_thenGoesOnSealedAndStamped() {
        String number = world.dossier();
        byte[] received = SigningWorld.pdf().bytes();
        UUID id = world.attached(number, received, true, "PORTAL");
        Delivery held = world.delivery(number, id);
        assertThat(held.reason()).isEqualTo("SEAL-PENDING");
        assertThatThrownBy(() -> world.results.handedOut(id))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        later -> assertThat(later.problem().code()).isEqualTo("RESULT-NOT-SEALED-YET"));

        while (world.seal()) {
            // until nothing is due
        }

        StoredFile sealed = world.results.handedOut(id).orElseThrow();
        assertSealed(world.bytes(sealed), "PAdES-BASELINE-T");
        assertThat(world.bytes(world.resultRows.received(id).orElseThrow())).isEqualTo(received);
        assertThat(world.delivery(number, id).reason()).isNull();
        assertThat(world.delivery(number, id).dueAt()).isBefore(held.dueAt());
        assertThat(world.workItems(number)).isEmpty();
        assertThat(world.resultRows.find(id).orElseThrow().state()).isEqualTo(ResultState.SEALED);
    }

    @Test
    void isNotSealed_forWhoeverMerelyTookTheDossierIn() {
        String number = MadeUp.number();
        world.tell(number, 1, Tellings.content(DossierStatus.PROCESSED, body -> body.put("competentAgency", "H15.02")));

        assertThatThrownBy(() -> world.attached(number, SigningWorld.XML.bytes(), true))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("RESULT-SEAL-NOT-YOURS"));
    }

    @Test
    void xmlIsSealedInItself() {
        String number = world.dossier();
        UUID id = world.attached(number, SigningWorld.XML.bytes(), true);

        sealAll();

        assertSealed(world.bytes(world.results.handedOut(id).orElseThrow()), "XAdES-BASELINE-T");
    }

    @Test
    void withoutATimeStamp_waitsFourHours_thenGoesOnMarked_andTheStampFollows() {
        String number = world.dossier();
        UUID id = world.attached(number, SigningWorld.pdf().bytes(), true, "PORTAL");
        Signer withoutStamps = SIGNING.signer(SIGNING.settings(null, SigningWorld.ROOT));
        try {
            assertThat(world.seal(withoutStamps)).isTrue();
            assertThat(world.delivery(number, id).reason()).isEqualTo("SEAL-PENDING");

            world.dossiers.clock.advance(Duration.ofHours(4).plusMinutes(1));
            SIGNING.clock.advance(Duration.ofHours(4).plusMinutes(1));
            assertThat(world.seal(withoutStamps)).isTrue();
            assertThat(world.resultRows.find(id).orElseThrow().state()).isEqualTo(ResultState.SEALED_WITHOUT_TIME);
            assertThat(world.delivery(number, id).reason()).isNull();
            assertThat(world.workItems(number)).containsExactly("RESULT-SEALED-WITHOUT-TIME");
            assertSealed(world.bytes(world.results.handedOut(id).orElseThrow()), "PAdES-BASELINE-B");

            world.dossiers.clock.advance(Duration.ofMinutes(10));
        } finally {
            SIGNING.clock.reset();
        }
        try {
            sealAll();
        } finally {
            world.dossiers.clock.reset();
        }
        assertThat(world.resultRows.find(id).orElseThrow().state()).isEqualTo(ResultState.SEALED);
        assertSealed(world.bytes(world.results.handedOut(id).orElseThrow()), "PAdES-BASELINE-T");
        assertThat(world.workItems(number)).isEmpty();
        assertThat(versions(id)).containsExactly("RECEIVED", "SEALED-B", "SEALED-T");
    }

    @Test
    void withoutAKey_staysBack_andAPersonHearsWhy_once() {
        String number = world.dossier();
        UUID id = world.attached(number, SigningWorld.pdf().bytes(), true, "PORTAL");
        world.dossiers.jdbc.update("update document_result set issuer = 'H77.01' where id = ?", id);

        assertThat(world.seal()).isTrue();
        world.dossiers.clock.advance(Duration.ofMinutes(11));
        try {
            assertThat(world.seal()).isTrue();
        } finally {
            world.dossiers.clock.reset();
        }

        assertThat(world.workItems(number)).containsExactly("RESULT-NOT-SEALED");
        assertThat(world.dossiers.workItems(number).getFirst().occurrences()).isOne();
        assertThat(world.delivery(number, id).reason()).isEqualTo("SEAL-PENDING");
    }

    @Test
    void anotherResultsSeal_leavesTheItemOfOneThatCannotBeSealed() {
        String number = world.dossier();
        UUID stuck = world.attached(number, SigningWorld.pdf().bytes(), true, "PORTAL");
        world.dossiers.jdbc.update("update document_result set issuer = 'H77.01' where id = ?", stuck);
        sealAll();
        world.attached(number, SigningWorld.XML.bytes(), true, "PORTAL");
        sealAll();

        assertThat(world.dossiers.workItems(number))
                .filteredOn(item -> item.state() == WorkItem.State.OPEN)
                .extracting(WorkItem::code)
                .containsExactly("RESULT-NOT-SEALED");
    }

    @Test
    void twoNodesAtOneResult_makeOneSeal() {
        String number = world.dossier();
        UUID id = world.attached(number, SigningWorld.XML.bytes(), true);
        SealRepository.Unsealed taken = world.seals.take().orElseThrow();

        world.sealing(SIGNING.signer()).seal(taken);
        world.sealing(SIGNING.signer()).seal(taken);

        assertThat(world.seals.take()).isEmpty();
        assertThat(versions(id)).containsExactly("RECEIVED", "SEALED-T");
    }

    @Test
    void brokenSignature_isKept_andGoesToNobody() {
        String number = world.dossier();
        Content signed = SIGNING.signed("officer", SignatureFormat.XADES_ENVELOPED, SignatureLevel.T, SigningWorld.XML);
        byte[] forged = new String(signed.bytes(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("9001", "9002")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        DossierAnswer answer = world.attach(number, forged, true, List.of(), "PORTAL");

        UUID id = ((DossierAnswer.Accepted) answer).eventId();
        assertThat(((DossierAnswer.Accepted) answer).deliveries()).isEmpty();
        assertThat(world.results.handedOut(id)).isEmpty();
        assertThat(world.results.content(number, id)).isPresent();
        assertThat(world.workItems(number)).containsExactly("RESULT-SIGNATURE-BROKEN");
    }

    @Test
    void personsSignatureAlone_lacksTheAgencys() {
        String number = world.dossier();
        Content signed = SIGNING.signed("officer", SignatureFormat.PADES, SignatureLevel.T, SigningWorld.pdf());

        UUID id = ((DossierAnswer.Accepted) world.attach(number, signed.bytes(), false, List.of("Nguyễn Thị Mẫu")))
                .eventId();

        assertThat(world.workItems(number)).containsExactly("RESULT-WITHOUT-SEAL");
        assertThat(world.resultRows.find(id).orElseThrow().signatures().state()).isEqualTo(Signatures.State.PASSED);
    }

    @Test
    void personsSignatureAndASealAskedFor_carriesBothInTheEnd() {
        String number = world.dossier();
        Content signed = SIGNING.signed("officer", SignatureFormat.PADES, SignatureLevel.T, SigningWorld.pdf());
        UUID id = ((DossierAnswer.Accepted) world.attach(number, signed.bytes(), true, List.of("Nguyễn thị mẫu")))
                .eventId();

        sealAll();

        Verification both = SIGNING.verifier()
                .verify(new Content(
                        "both", world.bytes(world.results.handedOut(id).orElseThrow())));
        assertThat(((Verification.Judged) both).signatures()).hasSize(2);
        assertThat(((Verification.Judged) both).passed()).isTrue();
        assertThat(world.workItems(number)).isEmpty();
    }

    @Test
    void sealedByTheAgency_lacksThePersonWhoIsSaidToHaveSigned() {
        String number = world.dossier();
        Content sealed = SIGNING.signed("agency", SignatureFormat.PADES, SignatureLevel.T, SigningWorld.pdf());

        world.attach(number, sealed.bytes(), true, List.of("Trần Thị Mẫu"));

        assertThat(world.workItems(number)).containsExactly("RESULT-WITHOUT-SIGNER");
        assertThat(world.seals.take()).isEmpty();
    }

    @Test
    void sameResultAgain_isAnsweredAsStored() {
        String number = world.dossier();
        byte[] document = SigningWorld.pdf().bytes();
        DossierAnswer.Accepted first =
                (DossierAnswer.Accepted) world.attach(number, document, false, List.of(), "PORTAL");

        DossierAnswer.Accepted again =
                (DossierAnswer.Accepted) world.attach(number, document, false, List.of(), "PORTAL");

        assertThat(again.repeated()).isTrue();
        assertThat(again.eventId()).isEqualTo(first.eventId());
        assertThat(again.deliveries())
                .extracting(Delivery::id)
                .containsExactlyElementsOf(
                        first.deliveries().stream().map(Delivery::id).toList());
        assertThat(world.results.of(number)).hasSize(1);
    }

    @Test
    void partnerThatTakesNoResults_isNamed() {
        assertThatThrownBy(() -> world.results.partners(List.of("PORTAL", "INSURANCE")))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo("RESULT-FORWARD");
                    assertThat(refused.problem().text().en()).contains("INSURANCE");
                });
        assertThat(world.results.partners(List.of("PORTAL", "PORTAL"))).containsExactly("portal");
    }

    @Test
    void fileThatTheApplicantHandedIn_isNoResult_withoutAWord() {
        String number = world.dossier();
        byte[] document = SigningWorld.pdf().bytes();
        String digest = Sha256Name.of(vn.lienthong.kernel.Sha256.of(document)).hex();
        world.tell(
                number,
                2,
                Tellings.content(
                        DossierStatus.PROCESSED,
                        body -> body.putArray("documents")
                                .addObject()
                                .put("name", "Tờ khai.pdf")
                                .put("attachment", "sha256:" + digest.toUpperCase(java.util.Locale.ROOT))));

        world.attached(number, document, false);

        assertThat(world.workItems(number)).contains("DOSSIER-RESULT-IS-SUBMITTED");
    }

    @Test
    void laterStatesWaitBehindAHeldResult() {
        String number = world.dossier();
        UUID id = world.attached(number, SigningWorld.pdf().bytes(), true, "PORTAL");

        assertThat(world.delivery(number, id).state()).isEqualTo(DeliveryState.READY);
        assertThat(world.dossiers.deliveries.ofDossier(number))
                .extracting(Delivery::kind)
                .containsExactly("dossier", "result");
        sealAll();
    }

    private static void sealAll() {
        while (world.seal()) {
            // until nothing is due
        }
    }

    private static List<String> versions(UUID id) {
        return world.dossiers.jdbc.queryForList(
                "select made_as from document_version where result_id = ? order by place", String.class, id);
    }

    private static void assertSealed(byte[] document, String form) {
        Verification verification = SIGNING.verifier().verify(new Content("sealed", document));
        assertThat(verification).isInstanceOfSatisfying(Verification.Judged.class, judged -> {
            assertThat(judged.passed()).isTrue();
            assertThat(judged.signatures()).hasSize(1);
            assertThat(judged.signatures().getFirst().form()).isEqualTo(form);
        });
    }
}
