package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.document.ResultRenewalRepository.Aging;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.ProofLife;
import vn.lienthong.signing.SignatureVerdict;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.signing.Verification;

/** Sealed results outlive the certificates of the time-stamps on them. */
class ResultRenewalTest {
    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static RenewalWorld world;

    @BeforeAll
    static void open() {
        world = new RenewalWorld(SIGNING);
    }

    @AfterEach
    void settle() {
        world.settle();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void areBelieved_afterTheFirstAndTheSecondCertificateHaveEnded() {
        UUID pdf = world.sealed(SigningWorld.pdf().bytes());
        UUID xml = world.sealed(SigningWorld.XML.bytes());

        world.renewal(world.second).look();
        world.advance(Duration.ofDays(20));
        world.renewal(world.third).look();

        for (UUID id : List.of(pdf, xml)) {
            assertThat(world.jdbc.queryForList(
                            "select made_as from document_version where result_id = ? order by place",
                            String.class,
                            id))
                    .containsExactly("RECEIVED", "SEALED-T", "SEALED-LTA", "SEALED-LTA");
            SIGNING.clock.advance(Duration.ofDays(101));
            assertThat(passes(newest(id))).as("%s", id).isTrue();
            SIGNING.clock.reset();
            assertThat(world.documents.resultRows.digests(id)).hasSize(4);
        }
        assertThat(world.due()).isZero();
    }

    @Test
    void areLeftAlone_whileTheAuthorityStillHasItsOldCertificate() {
        UUID id = world.sealed(SigningWorld.XML.bytes());
        world.renewal(world.first).look();
        assertThat(world.versions(id)).isEqualTo(2);
        assertThat(world.due()).isOne();
        world.renewal(world.second).look();
        assertThat(world.versions(id)).as("not asked again at once").isEqualTo(2);
        world.advance(Duration.ofHours(7));
        world.renewal(world.second).look();
        assertThat(world.versions(id)).isEqualTo(3);
    }

    @Test
    void areAPersonsMatter_whenItFailsAgainAndAgain_untilItWorks() {
        UUID id = world.sealed(SigningWorld.XML.bytes());
        String dossier = world.dossierOf(id);
        SIGNING.set("ocsp", "faults", "{\"mode\":\"down\"}");
        ResultRenewal renewal = world.renewal(world.second);
        for (int look = 0; look < 3; look++) {
            assertThat(world.documents.workItems(dossier)).doesNotContain("RESULT-NOT-RENEWED");
            renewal.look();
            world.advance(Duration.ofHours(7));
        }
        assertThat(renewal.watch().trouble()).isPresent();
        assertThat(world.documents.workItems(dossier)).contains("RESULT-NOT-RENEWED");
        assertThat(world.versions(id)).isEqualTo(2);

        SIGNING.set("ocsp", "faults", "{\"mode\":\"none\"}");
        world.renewal(world.second).look();
        assertThat(world.versions(id)).isEqualTo(3);
        assertThat(world.jdbc.queryForList(
                        "select code from work_item where dossier_number = ? and resolved_at is null",
                        String.class,
                        dossier))
                .isEmpty();
    }

    @Test
    void raiseTheAlarm_whenNobodyGivesTimeStamps() {
        UUID id = world.sealed(SigningWorld.XML.bytes());
        world.second.fault("down");
        ResultRenewal renewal = world.renewal(world.second);
        ResultRenewalHealth health = new ResultRenewalHealth(renewal);
        renewal.look();
        renewal.look();
        renewal.look();
        assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(world.metrics.get("lienthong.renewal.due").gauge().value()).isOne();
        assertThat(world.workItems(id)).doesNotContain("RESULT-NOT-RENEWED");
        world.second.fault("none");
        renewal.look();
        assertThat(world.versions(id)).isEqualTo(3);
    }

    @Test
    void areTakenByOneNode_andKeptOnce() {
        UUID id = world.sealed(SigningWorld.XML.bytes());
        Aging taken = world.rows.takeUnread().orElseThrow();
        assertThat(world.rows.takeUnread()).isEmpty();
        world.renewal(world.second).look();
        assertThat(world.versions(id)).as("another node has it").isEqualTo(2);

        world.advance(Duration.ofMinutes(6)); // that node died
        world.renewal(world.second).look();
        assertThat(world.versions(id)).isEqualTo(3);
        ProofLife life = new ProofLife(RenewalWorld.START, Set.of());
        assertThat(world.rows.renewed(taken, life, taken.file(), 1))
                .as("or merely slept")
                .isFalse();
        assertThat(world.versions(id)).isEqualTo(3);
    }

    private static Content newest(UUID id) {
        StoredFile file = world.documents.results.handedOut(id).orElseThrow();
        return new Content(DocumentType.ofMediaType(file.mediaType()).fileName(), world.documents.bytes(file));
    }

    private static boolean passes(Content document) {
        Verification verification = SIGNING.verifier().verify(document);
        assertThat(verification).isInstanceOf(Verification.Judged.class);
        Verification.Judged judged = (Verification.Judged) verification;
        assertThat(judged.signatures())
                .allSatisfy(each -> assertThat(each.indication())
                        .as("%s", each)
                        .isEqualTo(SignatureVerdict.Indication.TOTAL_PASSED));
        return judged.passed();
    }
}
