package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.TestDatabase;

/** Signatures that could not be confirmed when they came. */
class RejudgingTest {
    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static DocumentWorld world;
    private static DoubtRepository doubts;

    @BeforeAll
    static void open() {
        world = new DocumentWorld(TestDatabase.fresh(), SIGNING);
        doubts = new DoubtRepository(world.dossiers.jdbc, world.dossiers.clock, world.dossiers.seal);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @AfterEach
    void settle() {
        world.dossiers.clock.reset();
        world.dossiers.jdbc.update("update document_result set judge_due_at = null");
    }

    @Test
    void areConfirmed_whenRevocationIsToldAgain_andTheWorkItemCloses() {
        String dossier = world.dossier();
        UUID id = doubtful(dossier);
        look();
        assertThat(open(dossier)).contains("RESULT-SIGNATURE-DOUBTFUL");

        SIGNING.set("ocsp", "faults", "{\"mode\":\"none\"}");
        look();
        assertThat(state(id)).as("not before its time").isEqualTo(Signatures.State.DOUBTFUL);
        world.dossiers.clock.advance(Duration.ofMinutes(6));
        look();
        assertThat(state(id)).isEqualTo(Signatures.State.PASSED);
        assertThat(open(dossier)).doesNotContain("RESULT-SIGNATURE-DOUBTFUL");
        assertThat(doubts.take()).isEmpty();
    }

    @Test
    void keepTheWorkItem_whileAnotherResultOfTheDossierIsInDoubt() {
        String dossier = world.dossier();
        UUID first = doubtful(dossier);
        UUID second = doubtful(dossier);
        SIGNING.set("ocsp", "faults", "{\"mode\":\"none\"}");
        world.dossiers.jdbc.update(
                "update document_result set judge_due_at = clock_timestamp() + interval '1 day' where id = ?", second);
        look();
        assertThat(state(first)).isEqualTo(Signatures.State.PASSED);
        assertThat(open(dossier)).contains("RESULT-SIGNATURE-DOUBTFUL");
    }

    @Test
    void areNeverConfirmed_whenTheCertificateTurnsOutRevoked() {
        String dossier = world.dossier();
        UUID id = doubtful(dossier);
        SIGNING.set("ocsp", "faults", "{\"mode\":\"none\"}");
        SIGNING.set("ocsp", "behaviour", "{\"revoked\":\"agency-seal\",\"revokedSecondsAgo\":86400}");
        look();
        assertThat(state(id)).isNotEqualTo(Signatures.State.PASSED);
        if (state(id) == Signatures.State.BROKEN) {
            assertThat(world.results.handedOut(id)).isEmpty();
        }
        assertThat(open(dossier)).containsAnyOf("RESULT-SIGNATURE-BROKEN", "RESULT-SIGNATURE-DOUBTFUL");
    }

    @Test
    void areWithheld_andTold_whenTheyTurnOutBroken() {
        String dossier = world.dossier();
        UUID id = doubtful(dossier);
        DoubtRepository.Doubtful taken = doubts.take().orElseThrow();
        doubts.judged(taken, new Signatures(Signatures.State.BROKEN, List.of()));
        assertThat(world.results.handedOut(id)).isEmpty();
        assertThat(doubts.take()).isEmpty();
    }

    @Test
    void areLeftToTheAgency_inTheEnd() {
        String dossier = world.dossier();
        UUID id = doubtful(dossier);
        world.dossiers.clock.advance(Duration.ofDays(4));
        look();
        assertThat(state(id)).isEqualTo(Signatures.State.DOUBTFUL);
        world.dossiers.clock.advance(Duration.ofDays(400));
        assertThat(doubts.take()).isEmpty();
        assertThat(open(dossier)).contains("RESULT-SIGNATURE-DOUBTFUL");
    }

    /** By a node that was not asking a moment ago. */
    private static void look() {
        new Rejudging(
                        doubts,
                        world.resultRows,
                        world.store,
                        world.reception(),
                        world.dossiers.workItems,
                        world.settings,
                        world.dossiers.clock,
                        world.dossiers.transaction)
                .look();
    }

    private static UUID doubtful(String dossier) {
        byte[] document = SIGNING.signed(
                        "agency",
                        SignatureFormat.XADES_ENVELOPED,
                        SignatureLevel.T,
                        SigningWorld.content("r.xml", "<KetQua><So>" + UUID.randomUUID() + "</So></KetQua>"))
                .bytes();
        SIGNING.set("ocsp", "faults", "{\"mode\":\"down\"}");
        UUID id = world.attached(dossier, document, false);
        assertThat(state(id)).as(new String(document, StandardCharsets.UTF_8)).isEqualTo(Signatures.State.DOUBTFUL);
        return id;
    }

    private static Signatures.State state(UUID id) {
        return world.resultRows.find(id).orElseThrow().signatures().state();
    }

    private static List<String> open(String dossier) {
        return world.dossiers.jdbc.queryForList(
                "select code from work_item where dossier_number = ? and resolved_at is null", String.class, dossier);
    }
}
