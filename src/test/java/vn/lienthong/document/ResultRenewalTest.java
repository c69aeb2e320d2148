package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.access.TestAccess;
import vn.lienthong.document.ResultRenewalRepository.Aging;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.LimitedStamps;
import vn.lienthong.signing.ProofLife;
import vn.lienthong.signing.RenewalProperties;
import vn.lienthong.signing.SampleStamps;
import vn.lienthong.signing.SignatureVerdict;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.signing.TestSigning;
import vn.lienthong.signing.Verification;
import vn.lienthong.testing.TestDatabase;

/** Sealed results outlive the certificates of the time-stamps on them. */
class ResultRenewalTest {
    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static final Instant START = Instant.now();
    private static final RenewalProperties USUAL = TestSigning.renewal(Map.of());
    private static SampleStamps first;
    private static SampleStamps second;
    private static SampleStamps third;
    private static DocumentWorld world;
    private static ResultRenewalRepository rows;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeAll
    static void open() {
        first = LimitedStamps.until(START.plus(Duration.ofDays(30)));
        second = LimitedStamps.until(START.plus(Duration.ofDays(100)));
        third = LimitedStamps.until(START.plus(Duration.ofDays(4000)));
        world = new DocumentWorld(TestDatabase.fresh(), SIGNING);
        rows = new ResultRenewalRepository(world.dossiers.jdbc, world.dossiers.clock);
    }

    @AfterEach
    void settle() {
        world.dossiers.clock.reset();
        List.of(first, second, third).forEach(stamps -> stamps.fault("none"));
        world.dossiers.jdbc.update("update document_result set state = 'READY' where state = 'SEALED'");
    }

    @AfterAll
    static void close() {
        List.of(first, second, third).forEach(SampleStamps::close);
        world.close();
    }

    @Test
    void areBelieved_afterTheFirstAndTheSecondCertificateHaveEnded() {
        UUID pdf = sealed(SigningWorld.pdf().bytes());
        UUID xml = sealed(SigningWorld.XML.bytes());

        renewal(second).look();
        world.dossiers.clock.advance(Duration.ofDays(20));
        renewal(third).look();

        for (UUID id : List.of(pdf, xml)) {
            assertThat(world.dossiers.jdbc.queryForList(
                            "select made_as from document_version where result_id = ? order by place",
                            String.class,
                            id))
                    .containsExactly("RECEIVED", "SEALED-T", "SEALED-LTA", "SEALED-LTA");
            SIGNING.clock.advance(Duration.ofDays(101));
            assertThat(passes(newest(id))).as("%s", id).isTrue();
            SIGNING.clock.reset();
            assertThat(world.resultRows.digests(id)).hasSize(4);
        }
        assertThat(due()).isZero();
    }

    @Test
    void areLeftAlone_whileTheAuthorityStillHasItsOldCertificate() {
        UUID id = sealed(SigningWorld.XML.bytes());
        renewal(first).look();
        assertThat(versions(id)).isEqualTo(2);
        assertThat(due()).isOne();
        renewal(second).look();
        assertThat(versions(id)).as("not asked again at once").isEqualTo(2);
        world.dossiers.clock.advance(Duration.ofHours(7));
        renewal(second).look();
        assertThat(versions(id)).isEqualTo(3);
    }

    @Test
    void areAPersonsMatter_whenItFailsAgainAndAgain_untilItWorks() {
        UUID id = sealed(SigningWorld.XML.bytes());
        String dossier = dossierOf(id);
        SIGNING.set("ocsp", "faults", "{\"mode\":\"down\"}");
        ResultRenewal renewal = renewal(second);
        for (int look = 0; look < 3; look++) {
            assertThat(world.workItems(dossier)).doesNotContain("RESULT-NOT-RENEWED");
            renewal.look();
            world.dossiers.clock.advance(Duration.ofHours(7));
        }
        assertThat(renewal.watch().grave()).isTrue();
        assertThat(world.workItems(dossier)).contains("RESULT-NOT-RENEWED");
        assertThat(versions(id)).isEqualTo(2);

        SIGNING.set("ocsp", "faults", "{\"mode\":\"none\"}");
        renewal(second).look();
        assertThat(versions(id)).isEqualTo(3);
        assertThat(world.dossiers.jdbc.queryForList(
                        "select code from work_item where dossier_number = ? and resolved_at is null",
                        String.class,
                        dossier))
                .isEmpty();
    }

    @Test
    void raiseTheAlarm_whenNobodyGivesTimeStamps() {
        UUID id = sealed(SigningWorld.XML.bytes());
        second.fault("down");
        ResultRenewal renewal = renewal(second);
        ResultRenewalHealth health = new ResultRenewalHealth(renewal);
        renewal.look();
        renewal.look();
        renewal.look();
        assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(metrics.get("lienthong.renewal.due").gauge().value()).isOne();
        assertThat(world.workItems(dossierOf(id))).doesNotContain("RESULT-NOT-RENEWED");
        second.fault("none");
        renewal.look();
        assertThat(versions(id)).isEqualTo(3);
    }

    @Test
    void doNotWaitForThoseWhoseFilesAreGoneOrBroken_andEachOfThoseIsAPersonsMatter() {
        List<UUID> broken =
                Stream.generate(() -> sealed(SigningWorld.XML.bytes())).limit(6).toList();
        UUID good = sealed(SigningWorld.XML.bytes());
        world.dossiers.jdbc.update(
                "update document_result set proof_ends_at = ?::timestamptz, proof_algorithms = '{}'"
                        + " where state = 'SEALED'",
                START.plus(Duration.ofDays(20)).toString());
        world.dossiers.jdbc.update(
                "update document_result set proof_ends_at = ?::timestamptz where id = ?",
                START.plus(Duration.ofDays(21)).toString(),
                good);
        broken.forEach(ResultRenewalTest::loseFiles);
        ResultRenewal renewal = renewal(second);

        renewal.look();

        assertThat(versions(good)).isEqualTo(3);
        for (int look = 0; look < 2; look++) {
            world.dossiers.clock.advance(Duration.ofHours(7));
            renewal.look();
        }
        assertThat(broken)
                .allSatisfy(id -> assertThat(world.workItems(dossierOf(id))).contains("RESULT-NOT-RENEWED"));
        assertThat(renewal.watch().trouble()).as("the gateway itself is well").isEmpty();
    }

    @Test
    void doNotWaitForMoreThanALookCanTry_whenAnotherAuthorityTellsNothing() {
        sealed(SigningWorld.XML.bytes());
        sealed(SigningWorld.XML.bytes());
        UUID later = sealed(SigningWorld.XML.bytes());
        renewal(first).look(); // reads how long they last
        world.dossiers.jdbc.update(
                "update document_result set renew_after = '-infinity', renew_attempts = 7,"
                        + " proof_ends_at = proof_ends_at - interval '1 day' where state = 'SEALED' and id <> ?",
                later);
        world.dossiers.jdbc.update("update document_result set renew_after = '-infinity' where id = ?", later);
        assertThat(rows.take(START.plus(Duration.ofDays(90)), Set.of()))
                .map(Aging::id)
                .hasValue(later);
    }

    @Test
    void areTheirOwnMatter_whenASignerWasRevoked() {
        UUID id = sealed(SigningWorld.XML.bytes());
        SIGNING.set("ocsp", "behaviour", "{\"revoked\":\"agency-seal\",\"revokedSecondsAgo\":86400}");
        ResultRenewal renewal = renewal(second);
        for (int look = 0; look < 3; look++) {
            renewal.look();
            world.dossiers.clock.advance(Duration.ofHours(7));
        }
        SIGNING.set("ocsp", "behaviour", "{\"revoked\":\"\"}");
        assertThat(versions(id)).isEqualTo(2);
        assertThat(world.workItems(dossierOf(id))).contains("RESULT-NOT-RENEWED");
        assertThat(renewal.watch().trouble()).as("the gateway itself is well").isEmpty();
    }

    @Test
    void areTakenByOneNode_andKeptOnce() {
        UUID id = sealed(SigningWorld.XML.bytes());
        Aging taken = rows.takeUnread().orElseThrow();
        assertThat(rows.takeUnread()).isEmpty();
        renewal(second).look();
        assertThat(versions(id)).as("another node has it").isEqualTo(2);

        world.dossiers.clock.advance(Duration.ofMinutes(6)); // that node died
        renewal(second).look();
        assertThat(versions(id)).isEqualTo(3);
        ProofLife life = new ProofLife(START, Set.of());
        assertThat(rows.renewed(taken, life, taken.file(), 1))
                .as("or merely slept")
                .isFalse();
        assertThat(versions(id)).isEqualTo(3);
    }

    private ResultRenewal renewal(SampleStamps stamps) {
        RenewedVersions versions = new RenewedVersions(
                rows,
                world.store,
                world.files,
                world.dossiers.workItems,
                TestAccess.audit(JdbcClient.create(world.dossiers.jdbc), world.dossiers.clock),
                USUAL,
                world.dossiers.transaction);
        return new ResultRenewal(
                rows,
                versions,
                world.store,
                SIGNING.renewer(stamps.url(), USUAL),
                USUAL,
                world.dossiers.clock,
                metrics);
    }

    private static UUID sealed(byte[] document) {
        UUID id = world.attached(world.dossier(), document, true);
        while (world.seal(SIGNING.signer(SIGNING.settings(first.url(), SigningWorld.ROOT)))) {
            // until nothing is due
        }
        assertThat(versions(id)).isEqualTo(2);
        return id;
    }

    private static void loseFiles(UUID id) {
        world.dossiers.jdbc.update(
                "update document_version set sha256 = sha256(convert_to(?, 'UTF8')) where result_id = ?",
                id.toString(),
                id);
    }

    private static long due() {
        return rows.counts(USUAL).due();
    }

    private static int versions(UUID id) {
        return world.dossiers.jdbc.queryForObject(
                "select count(*) from document_version where result_id = ?", Integer.class, id);
    }

    private static String dossierOf(UUID id) {
        return world.dossiers.jdbc.queryForObject(
                "select dossier_number from document_result where id = ?", String.class, id);
    }

    private static Content newest(UUID id) {
        StoredFile file = world.results.handedOut(id).orElseThrow();
        return new Content(DocumentType.ofMediaType(file.mediaType()).fileName(), world.bytes(file));
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
