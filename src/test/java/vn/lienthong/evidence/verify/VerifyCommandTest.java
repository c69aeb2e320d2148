package vn.lienthong.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.evidence.SampleContainers;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.signing.TestSigning;

class VerifyCommandTest {
    private static final String SIGNER = signer();
    private static Map<String, byte[]> made;

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void make() {
        made = SampleContainers.made();
    }

    @Test
    void saysThatAllIsIntact_andThatItIsASample() throws Exception {
        assertThat(run(file("first"))).isZero();
        assertThat(text())
                .contains(
                        "NGUYÊN VẸN / INTACT", "SAMPLE", "dấu thời gian / time-stamp", "1 nguyên vẹn / intact, 0 sai");
    }

    @Test
    void endsWithOne_andNamesTheFile_whenOneOfManyIsBad() throws Exception {
        byte[] bad = made.get("second").clone();
        bad[100] ^= 1;
        Files.write(folder.resolve("bad.asice"), bad);
        assertThat(run(file("first"), folder.resolve("bad.asice").toString())).isEqualTo(1);
        assertThat(text()).contains("SAI / BAD   " + folder.resolve("bad.asice"), "✗ ZIP-");
    }

    @Test
    void believesOnlyTheRootsNamed() throws Exception {
        Path stranger = folder.resolve("stranger");
        vn.lienthong.simulator.authority.SampleAuthority.make(
                stranger, "http://127.0.0.1:9090", java.time.Clock.systemUTC());
        String root = stranger.resolve("root.pem").toString();
        assertThat(run("--trust", root, file("first"))).isEqualTo(1);
        assertThat(text()).contains("SIGNER-NOT-TRUSTED");
        out.reset();
        assertThat(run("--trust", root, "--trust", TestSigning.ROOT, file("first")))
                .isEqualTo(3);
    }

    @Test
    void callsNothingGood_whenAnybodyBelowTheRootMayHaveSigned() throws Exception {
        assertThat(run("--trust", TestSigning.ROOT, file("first"))).isEqualTo(3);
        assertThat(text())
                .contains("NGUYÊN VẸN / INTACT", "SIGNER-NOT-NAMED", "ký bởi / signed by", SIGNER)
                .doesNotContain("TỐT / GOOD  ");
        out.reset();
        assertThat(run("--json", "--trust", TestSigning.ROOT, file("chain"))).isEqualTo(3);
        JsonNode told =
                new ObjectMapper().readTree(out.toByteArray()).path("files").get(0);
        assertThat(told.path("verdict").asText()).isEqualTo("INTACT");
        assertThat(told.path("signer").asText()).contains(SIGNER);
    }

    @Test
    void asksForTheSignerNamed_byTheWholeName() throws Exception {
        assertThat(run("--trust", TestSigning.ROOT, "--signer", SIGNER, file("first")))
                .isZero();
        assertThat(text()).contains("TỐT / GOOD").doesNotContain("SIGNER-NOT-NAMED");
        for (String other : new String[] {"MẪU", SIGNER.substring(1), SIGNER + " 2", "CN=" + SIGNER}) {
            out.reset();
            assertThat(run("--signer", other, file("first"))).as(other).isEqualTo(1);
            assertThat(text()).contains("SIGNER-UNEXPECTED");
        }
        assertThat(run("--signer", "Tỉnh khác", "--signer", SIGNER, file("first")))
                .isZero();
        assertThat(run("--signer", " ", file("first"))).isEqualTo(2);
    }

    @Test
    void findsAFork_ofOneTreeInTwoContainers() throws Exception {
        assertThat(run(file("first"), file("forked"))).isEqualTo(1);
        assertThat(text()).contains("TREE-FORK");
    }

    @Test
    void asksForTheLinkBetweenCheckpoints_andIsContentWithIt() throws Exception {
        assertThat(run(file("first"), file("later"))).isZero();
        assertThat(text()).contains("TREE-UNLINKED");
        out.reset();
        assertThat(run(file("first"), file("later"), file("chain"))).isZero();
        assertThat(text()).doesNotContain("TREE-UNLINKED");
    }

    @Test
    void tellsProgramsTheSame() throws Exception {
        assertThat(run("--json", file("first"), file("forked"))).isEqualTo(1);
        JsonNode answer = new ObjectMapper().readTree(out.toByteArray());
        assertThat(answer.path("passed").asBoolean(true)).isFalse();
        assertThat(answer.path("files")).hasSize(2);
        JsonNode first = answer.path("files").get(0);
        assertThat(first.path("passed").asBoolean()).isTrue();
        assertThat(first.path("leaf").asLong(-1)).isZero();
        assertThat(first.path("stampedAt").asText()).startsWith("20");
        assertThat(answer.path("findings").get(0).path("code").asText()).isEqualTo("TREE-FORK");
    }

    @Test
    void isNotContent_withATimeStampThatOutlivedItsCertificate() throws Exception {
        clock.advance(Duration.ofDays(16 * 366));
        assertThat(run("--trust", TestSigning.ROOT, "--signer", SIGNER, file("first")))
                .isEqualTo(3);
        assertThat(text()).contains("NGUYÊN VẸN / INTACT", "STAMP-ENDED").doesNotContain("TỐT / GOOD  ");
        out.reset();
        clock.reset();
        assertThat(run("--trust", TestSigning.ROOT, "--signer", SIGNER, file("first")))
                .isZero();
    }

    @Test
    void takesAFolder() throws Exception {
        file("first");
        file("second");
        assertThat(run("--json", folder.toString())).isZero();
        assertThat(new ObjectMapper().readTree(out.toByteArray()).path("files")).hasSize(2);
    }

    @Test
    void tellsUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--unknown")).isEqualTo(2);
        assertThat(run("--trust")).isEqualTo(2);
        assertThat(run("--trust", folder.resolve("none.pem").toString(), "x")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Tham số không hợp lệ", "--trust FILE");
        assertThat(run("--help")).isZero();
        assertThat(text()).contains("Kiểm tra gói bằng chứng");
    }

    @Test
    void tellsWhatCannotBeRead() {
        assertThat(run(folder.resolve("absent.asice").toString())).isEqualTo(1);
        assertThat(text()).contains("FILE-UNREADABLE");
    }

    /** The whole common name of the sample seal. */
    private static String signer() {
        for (String part : TestSigning.subject("agency-seal-ec").split("(?<!\\\\),")) {
            if (part.strip().startsWith("CN=")) {
                return part.strip().substring(3);
            }
        }
        throw new AssertionError("the sample seal has a name");
    }

    private String file(String name) throws Exception {
        return Files.write(folder.resolve(name + ".asice"), made.get(name)).toString();
    }

    private int run(String... arguments) {
        return VerifyCommand.run(arguments, stream(out), stream(err), clock);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
