package vn.lienthong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.evidence.container.Forging;
import vn.lienthong.evidence.container.Names;
import vn.lienthong.evidence.verify.ContainerCheck;
import vn.lienthong.evidence.verify.Report;
import vn.lienthong.evidence.verify.Report.Verdict;
import vn.lienthong.evidence.verify.Seals;
import vn.lienthong.signing.Finding;
import vn.lienthong.signing.LimitedStamps;
import vn.lienthong.signing.RenewalProperties;
import vn.lienthong.signing.SampleStamps;
import vn.lienthong.signing.TestSigning;
import vn.lienthong.testing.OutsideTool;

/** What is said of a container whose checkpoint was renewed, before and after the end of each certificate. */
class RenewedContainerTest {
    private static final Instant START = Instant.now();
    private static final RenewalProperties USUAL = TestSigning.renewal(Map.of());
    private static SampleStamps first;
    private static SampleStamps second;
    private static SampleStamps third;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final EvidenceWorld world = new EvidenceWorld(first.url());

    @BeforeAll
    static void start() {
        first = LimitedStamps.until(day(60));
        second = LimitedStamps.until(day(200));
        third = LimitedStamps.until(day(2000));
    }

    @AfterEach
    void repair() {
        List.of(first, second, third).forEach(stamps -> {
            stamps.fault("none");
            stamps.ahead(Duration.ZERO);
        });
    }

    @AfterAll
    static void stop() {
        List.of(first, second, third).forEach(SampleStamps::close);
    }

    @Test
    void keepsAContainerGood_afterTheFirstCertificateHasEnded() {
        Message message = sealed();
        byte[] before = world.container(message);

        renew(second, 0);

        Report report = check(world.container(message), 61);
        assertThat(report.verdict()).as("%s", report.findings()).isEqualTo(Verdict.GOOD);
        assertThat(report.renewedAt()).isAfterOrEqualTo(report.stampedAt());
        assertThat(report.provenUntil())
                .isCloseTo(
                        day(200), org.assertj.core.api.Assertions.byLessThan(2, java.time.temporal.ChronoUnit.SECONDS));
        assertThat(check(before, 59).verdict()).isEqualTo(Verdict.GOOD);
        Report old = check(before, 61);
        assertThat(old.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(codes(old)).contains("STAMP-ENDED");
        assertThat(world.jdbc.queryForList("select act from audit", String.class))
                .containsExactly("evidence.renew");
    }

    @Test
    void renewsAgainAndAgain_eachStampOverAllBeforeIt() {
        Message message = sealed();
        renew(second, 0);
        renew(third, 150);

        byte[] container = world.container(message);
        Report report = check(container, 300);
        assertThat(report.verdict()).as("%s", report.findings()).isEqualTo(Verdict.GOOD);
        assertThat(report.renewedAt()).isAfter(day(149));
        assertThat(report.stampedAt()).isBefore(day(1));
        assertThat(renewals()).isEqualTo(2);
    }

    @Test
    void findsRenewalsThatWereTamperedWith() {
        Message message = sealed();
        renew(second, 0);
        EvidenceWorld other = new EvidenceWorld(first.url());
        other.jdbc.update("update evidence_tree set origin = 'lienthong/other'");
        other.keep(1);
        other.round();
        other.renewal(second.url(), USUAL, metrics).look();
        byte[] container = world.container(message);
        CheckpointRepository.Renewal foreign = other.checkpoints.renewals(1).getFirst();
        String list = Names.renewal(1, 1);
        String stamp = Names.renewalStamp(1, 1);

        assertThat(tampered(container, stamp, null)).contains("RENEWAL-INCOMPLETE");
        assertThat(tampered(container, list, null)).contains("RENEWAL-INCOMPLETE");
        assertThat(tampered(container, list, new byte[] {'x'})).contains("RENEWAL-FORM");
        assertThat(tampered(container, stamp, foreign.stamp())).contains("RENEWAL-STAMP-OF-ANOTHER");
        assertThat(tampered(container, stamp, new byte[] {1})).contains("RENEWAL-STAMP-VALUE");
        byte[] moved = Forging.resigned(container, world.signer, files -> files.put(list, foreign.list()));
        assertThat(tampered(moved, stamp, foreign.stamp()))
                .contains("RENEWAL-OF-ANOTHER", "OTHER-TREE")
                .doesNotContain("RENEWAL-STAMP-OF-ANOTHER");
    }

    @Test
    void tellsARenewalThatCameTooLate() {
        Message message = sealed();
        renew(third, 70);

        Report report = check(world.container(message), 71);
        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(codes(report)).contains("RENEWED-LATE").doesNotContain("STAMP-ENDED");
    }

    @Test
    void opensslFollowsTheRenewal(@TempDir Path folder) throws Exception {
        OutsideTool openssl = OutsideTool.of("openssl", folder);
        sealed();
        renew(second, 0);
        CheckpointRepository.Renewal renewal = world.checkpoints.renewals(1).getFirst();
        Files.write(folder.resolve("list.txt"), renewal.list());
        Files.write(folder.resolve("list.tst"), renewal.stamp());
        String[] verify = {
            "ts", "-verify", "-in", "list.tst", "-token_in", "-data", "list.txt", "-CAfile", TestSigning.ROOT
        };
        openssl.run(verify).succeeds();
        Files.writeString(folder.resolve("list.txt"), "other\n");
        openssl.run(verify).fails();
    }

    private Message sealed() {
        Message message = world.kept("{\"status\":\"RETURNED\"}");
        world.round();
        return message;
    }

    /** One look, so many days from now. */
    private void renew(SampleStamps stamps, int days) {
        world.clock.advance(Duration.ofDays(days));
        stamps.ahead(Duration.ofDays(days));
        world.renewal(stamps.url(), USUAL, metrics).look();
        world.clock.reset();
        stamps.ahead(Duration.ZERO);
    }

    private int renewals() {
        return world.jdbc.queryForObject("select count(*) from evidence_renewal", Integer.class);
    }

    /** What is found where somebody with the gateway's own key changed this part, or left it out. */
    private List<String> tampered(byte[] container, String name, byte @Nullable [] with) {
        byte[] changed = Forging.resigned(container, world.signer, files -> {
            files.remove(name);
            if (with != null) {
                files.put(name, with);
            }
        });
        Report report = check(changed, 1);
        assertThat(report.passed()).isFalse();
        return codes(report);
    }

    private static Report check(byte[] container, int days) {
        return new ContainerCheck(new Seals(TestSigning.offline()), List.of(), day(days)).check("x.asice", container);
    }

    private static List<String> codes(Report report) {
        return report.findings().stream().map(Finding::code).toList();
    }

    private static Instant day(int days) {
        return START.plus(Duration.ofDays(days));
    }
}
