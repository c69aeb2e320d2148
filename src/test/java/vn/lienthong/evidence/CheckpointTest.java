package vn.lienthong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.evidence.CheckpointRepository.Kept;
import vn.lienthong.signing.OfflineVerdict;
import vn.lienthong.signing.SampleStamps;
import vn.lienthong.signing.TestSigning;
import vn.lienthong.testing.OutsideTool;

class CheckpointTest {
    private static SampleStamps stamps;

    private final EvidenceWorld world = new EvidenceWorld(stamps.url());

    @BeforeAll
    static void start() throws Exception {
        stamps = SampleStamps.start();
    }

    @AfterEach
    void repair() {
        stamps.fault("none");
        stamps.behave("{}");
    }

    @AfterAll
    static void stop() {
        stamps.close();
    }

    @Test
    void signsAndStampsTheRootOfTheTree() {
        world.keep(3);
        world.round();

        Kept newest = world.checkpoints.newest().orElseThrow();
        Checkpoint read = Checkpoint.read(newest.body()).orElseThrow();
        assertThat(read.size()).isEqualTo(3);
        assertThat(read.root()).isEqualTo(world.root());
        assertThat(read.origin()).startsWith("lienthong/");
        OfflineVerdict verdict = TestSigning.offline().verify(newest.signature(), newest.body());
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.stampedAt())
                .isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES));
        assertThat(verdict.sample()).isTrue();
    }

    @Test
    void makesNone_whileNothingNewCame() {
        world.round();
        assertThat(world.checkpoints.newest()).isEmpty();
        world.keep(1);
        world.round();
        world.round();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void costsOneSignature_howeverManyMessages() {
        world.keep(5000);
        world.round();
        assertThat(count()).isEqualTo(1);
        assertThat(world.checkpoints.newest().orElseThrow().size()).isEqualTo(5000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "garbage", "error", "delay", "truncated"})
    void goesOnSigned_whileTheAuthorityFails_andCatchesUp(String fault) {
        stamps.fault(fault);
        world.keep(2);
        world.round();
        world.keep(2);
        world.round();

        assertThat(world.size()).isEqualTo(4);
        assertThat(count()).isEqualTo(2);
        assertThat(world.checkpoints.newest().orElseThrow().stamped()).isFalse();
        assertThat(world.stamper.trouble()).isPresent();
        assertThat(world.checkpoints.over(0).orElseThrow().size()).isEqualTo(2);

        stamps.fault("none");
        world.round();

        assertThat(world.checkpoints.oldestBare(0)).isEmpty();
        assertThat(world.stamper.trouble()).isEmpty();
        Kept first = world.checkpoints.ofSize(2).orElseThrow();
        OfflineVerdict verdict = TestSigning.offline().verify(first.signature(), first.body());
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.stampedAt()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clockSeconds\":7200}",
                "{\"answer\":\"refused\"}",
                "{\"answer\":\"other-data\"}",
                "{\"answer\":\"other-nonce\"}"
            })
    void believesNoStampThatIsWrong(String behaviour) {
        stamps.behave(behaviour);
        world.keep(1);
        world.round();
        assertThat(world.checkpoints.newest().orElseThrow().stamped()).isFalse();
    }

    @Test
    void alarmsAfterTheSettledTime_andEndsTheAlarmByItself() {
        stamps.fault("down");
        world.keep(1);
        world.round();
        assertThat(world.stamper.alarmed()).isFalse();

        world.clock.advance(Duration.ofHours(4).plusMinutes(1));
        world.stamper.stamp();
        assertThat(world.stamper.alarmed()).isTrue();
        assertThat(world.stamper.waiting()).isGreaterThan(Duration.ofHours(4));

        world.clock.reset();
        stamps.fault("none");
        world.stamper.stamp();
        assertThat(world.stamper.alarmed()).isFalse();
    }

    @Test
    void growsWithoutAKey_andSaysWhatIsMissing() {
        EvidenceWorld keyless = new EvidenceWorld(world.database, null, null);
        keyless.keep(4);
        keyless.round();
        assertThat(keyless.size()).isEqualTo(4);
        assertThat(count()).isZero();
        assertThat(keyless.maker.trouble().orElseThrow().en()).contains("'gateway'", "lienthong.signing.keys");

        world.round();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void keepsOfPastDaysTheLastOfEachHour() {
        for (int i = 0; i < 3; i++) {
            world.keep(1);
            world.round();
        }
        world.jdbc.update(
                "update evidence_checkpoint set at = timestamptz '2026-01-05 08:10Z' + size * interval '5 s'");
        assertThat(world.checkpoints.thin(Instant.parse("2026-01-06T00:00:00Z")))
                .isEqualTo(2);
        assertThat(world.checkpoints.over(0).orElseThrow().size()).isEqualTo(3);
    }

    @Test
    void keepsWhatWasHandedOut_soThatItCanBeTiedToToday() {
        for (int i = 0; i < 3; i++) {
            world.keep(1);
            world.round();
        }
        world.jdbc.update(
                "update evidence_checkpoint set at = timestamptz '2026-01-05 08:10Z' + size * interval '5 s'");
        assertThat(world.export.checkpoints(List.of(1L))).isInstanceOf(EvidenceExport.Packed.Container.class);

        assertThat(world.checkpoints.thin(Instant.parse("2026-01-06T00:00:00Z")))
                .isOne();
        assertThat(world.checkpoints.ofSize(1)).isPresent();
        assertThat(world.checkpoints.ofSize(2)).isEmpty();
    }

    @Test
    void opensslBelievesTheSignature(@TempDir Path folder) throws Exception {
        OutsideTool openssl = OutsideTool.of("openssl", folder);
        world.keep(2);
        world.round();
        Kept newest = world.checkpoints.newest().orElseThrow();
        Files.write(folder.resolve("c.txt"), newest.body());
        Files.write(folder.resolve("c.p7s"), newest.signature());
        String[] verify = {
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-in",
            "c.p7s",
            "-content",
            "c.txt",
            "-CAfile",
            TestSigning.ROOT,
            "-purpose",
            "any",
            "-out",
            "out.txt"
        };
        openssl.run(verify).succeeds();
        Files.writeString(folder.resolve("c.txt"), "other\n");
        openssl.run(verify).fails();
    }

    private int count() {
        return world.jdbc.queryForObject("select count(*) from evidence_checkpoint", Integer.class);
    }
}
