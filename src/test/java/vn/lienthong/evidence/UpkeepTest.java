package vn.lienthong.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.evidence.EvidenceExport.Packed;
import vn.lienthong.evidence.verify.Report;
import vn.lienthong.signing.SampleStamps;
import vn.lienthong.signing.TestSigning;

class UpkeepTest {
    private static SampleStamps stamps;

    private final EvidenceWorld world = new EvidenceWorld(stamps.url());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeAll
    static void start() {
        stamps = SampleStamps.start();
    }

    @AfterAll
    static void stop() {
        stamps.close();
    }

    @Test
    void removesWhatIsOld_andProvesThatAndWhatWasRemoved() {
        Message old = world.kept("{\"name\":\"Nguyễn Văn Mẫu\"}");
        world.round();
        Leaf leaf = leafOf(old.id());
        world.clock.advance(Duration.ofDays(11 * 365));
        Message young = world.kept("{\"young\":true}");
        world.jdbc.update("update evidence_message set at = at + interval '11 years' where id = ?", young.id());

        assertThat(retention().remove()).isEqualTo(1);

        assertThat(world.evidence.find(old.id())).isEmpty();
        assertThat(world.evidence.find(young.id())).isPresent();
        assertThat(world.jdbc.queryForMap(
                        "select body, nonce, dossier_number from evidence_message where id = ?", old.id()))
                .containsEntry("body", null)
                .containsEntry("nonce", null)
                .containsEntry("dossier_number", null);
        assertThat(leafOf(old.id()).text()).isEqualTo(leaf.text());
        UUID record = ((Packed.Deleted) world.export.message(old.id())).record();
        assertThat(new String(world.evidence.find(record).orElseThrow().bytes(), StandardCharsets.UTF_8))
                .contains("rule keep P10Y", "removed " + old.id() + " 0 ");
        world.clock.reset();
        world.round();
        assertThat(TamperedContainerTest.check(
                                world.container(world.evidence.find(record).orElseThrow()))
                        .passed())
                .isTrue();
        assertThat(world.root()).isNotEmpty();
        assertThat(retention().remove()).isZero();
    }

    @Test
    void removesNothing_thatNoTimeStampProvesYet() {
        stamps.fault("down");
        world.kept("{}");
        world.round();
        world.clock.advance(Duration.ofDays(11 * 365));
        assertThat(retention().remove()).isZero();
        stamps.fault("none");
    }

    @Test
    void findsNothing_whereAllIsWell() {
        world.keep(300);
        world.round();
        world.keep(30);
        world.round();
        SelfCheck check = selfCheck();
        check.check(new Random(1));
        assertThat(check.mismatch()).isEmpty();
        assertThat(metrics.get("lienthong.evidence.mismatch").gauge().value()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "update evidence_message set body = set_byte(body, 20, (get_byte(body, 20) + 1) % 256); CONTENT",
                "update evidence_message set body = (select body from evidence_message order by id limit 1); CONTENT",
                "update evidence_message set body = null; CONTENT",
                "update evidence_message set nonce = null; CONTENT",
                "update evidence_message set at = at - interval '1 day'; PROOF",
                "update evidence_message set party = 'H15.02'; PROOF",
                "update evidence_leaf set position = -1 - position; MISSING",
                "delete from evidence_message; MISSING",
                "update evidence_tile set hashes = set_byte(hashes, 40, (get_byte(hashes, 40) + 1) % 256); ROOT",
                "update evidence_checkpoint set body = convert_to(replace(convert_from(body, 'UTF8'), 'lienthong', 'x'), 'UTF8'); SIGNATURE-CONTENT",
                "update evidence_checkpoint set signature = '\\x00'; SIGNATURE-UNREADABLE"
            })
    void alarmsAtTheFirstMismatch(String act, String found) {
        world.keep(40);
        world.round();
        world.jdbc.update(act);
        SelfCheck check = selfCheck();
        check.check(new Random(7));
        assertThat(check.mismatch().orElseThrow()).contains(found);
        assertThat(metrics.get("lienthong.evidence.mismatch").gauge().value()).isOne();
        EvidenceHealth health = new EvidenceHealth(world.maker, world.stamper, check);
        assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health.health().getDetails()).containsKey("mismatch");
    }

    @Test
    void putsTheNewestCheckpointOutsideOnceADay(@TempDir Path folder) throws Exception {
        OutsideCopy copy = new OutsideCopy(world.export, world.checkpoints, outside(folder), world.clock);
        copy.copy();
        assertThat(folder).isEmptyDirectory();
        world.keep(2);
        world.round();
        copy.copy();
        world.keep(2);
        world.round();
        copy.copy();
        Path today = folder.resolve("lienthong-" + world.clock.today() + ".asice");
        assertThat(folder).isDirectoryContaining(today::equals);
        Report report = TamperedContainerTest.check(Files.readAllBytes(today));
        assertThat(report.passed()).as("%s", report.findings()).isTrue();
        world.clock.advance(Duration.ofDays(1));
        copy.copy();
        assertThat(Files.list(folder)).hasSize(2);
    }

    @Test
    void triesAgain_whenTheFolderOutsideIsAway(@TempDir Path folder) {
        world.keep(1);
        world.round();
        Path away = folder.resolve("not-mounted");
        new OutsideCopy(world.export, world.checkpoints, outside(away), world.clock).copy();
        assertThat(away).doesNotExist();
    }

    private Leaf leafOf(UUID id) {
        return new MessageRepository(world.jdbc, EvidenceWorld.SEAL)
                .placed(id)
                .orElseThrow()
                .leaf();
    }

    private Retention retention() {
        return new Retention(
                new RetentionRepository(world.jdbc),
                world.evidence,
                EvidenceWorld.settings(),
                world.clock,
                world.transaction);
    }

    private SelfCheck selfCheck() {
        return new SelfCheck(
                world.tree,
                world.checkpoints,
                new MessageRepository(world.jdbc, EvidenceWorld.SEAL),
                TestSigning.offline(),
                EvidenceWorld.settings(),
                world.clock,
                metrics);
    }

    private static EvidenceProperties outside(Path folder) {
        return new EvidenceProperties(
                "gateway",
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofHours(4),
                Period.ofYears(10),
                folder,
                new EvidenceProperties.SelfCheck(Duration.ofMinutes(10), 20));
    }
}
