package vn.lienthong.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.lienthong.evidence.container.Forging.repacked;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.evidence.container.Forging;
import vn.lienthong.evidence.container.Names;
import vn.lienthong.evidence.verify.ContainerCheck;
import vn.lienthong.evidence.verify.Report;
import vn.lienthong.evidence.verify.Seals;
import vn.lienthong.signing.Finding;
import vn.lienthong.signing.SampleStamps;
import vn.lienthong.signing.TestSigning;

/** Whoever changes a container without the gateway's key is found out, each trick for what it is. */
class TamperedContainerTest {
    private static final String MESSAGE = "message.json";
    private static byte[] good;
    private static byte[] other;

    @BeforeAll
    static void make() throws Exception {
        try (SampleStamps stamps = SampleStamps.start()) {
            EvidenceWorld world = new EvidenceWorld(stamps.url());
            world.keep(5);
            Message one = world.kept("{\"status\":\"ACCEPTED\"}");
            Message two = world.kept("{\"status\":\"RETURNED\"}");
            world.round();
            good = world.container(one);
            other = world.container(two);
        }
    }

    @Test
    void passes_asItWasMade() {
        Report report = check(good);
        assertThat(report.passed()).as("%s", report.findings()).isTrue();
        assertThat(codes(report)).containsExactly("SAMPLE");
        assertThat(report.position()).isEqualTo(5);
        assertThat(report.stampedAt()).isNotNull();
        assertThat(report.signer()).contains("MẪU");
    }

    @DisplayName("Zip")
    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("zipTricks")
    void findsTricksWithTheZip(String trick, String code, UnaryOperator<byte[]> change) {
        found(change.apply(good), code);
    }

    static Stream<Arguments> zipTricks() {
        return Stream.of(
                zip("cut by one byte", "ZIP-TRUNCATED", bytes -> Arrays.copyOf(bytes, bytes.length - 1)),
                zip("cut in half", "ZIP-TRUNCATED", bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
                zip("emptied", "ZIP-TRUNCATED", bytes -> new byte[0]),
                zip("one byte behind the end", "ZIP-TRAILING", bytes -> Arrays.copyOf(bytes, bytes.length + 1)),
                zip("another zip behind the end", "ZIP-HEADERS", bytes -> ZipTricks.joined(bytes, other)),
                zip("something before the beginning", "ZIP-HEADERS", bytes -> ZipTricks.joined(new byte[7], bytes)),
                zip("data between files and directory", "ZIP-HIDDEN", ZipTricks::hiding),
                zip("a bit of the message", "ZIP-CRC", bytes -> flip(bytes, ZipTricks.find(bytes, "ACCEPTED"))),
                zip("a bit of the leaf", "ZIP-CRC", bytes -> flip(bytes, ZipTricks.find(bytes, "lienthong/leaf/1"))),
                zip(
                        "a bit of the proof",
                        "ZIP-CRC",
                        bytes -> flip(bytes, ZipTricks.find(bytes, "lienthong/inclusion/1"))),
                zip(
                        "a bit of the signed list",
                        "ZIP-CRC",
                        bytes -> flip(bytes, ZipTricks.find(bytes, "ASiCManifest xmlns"))),
                zip("a name in a local header", "ZIP-HEADERS", bytes -> flip(bytes, ZipTricks.find(bytes, "leaf.txt"))),
                zip(
                        "a name in the directory",
                        "ZIP-HEADERS",
                        bytes -> flip(bytes, ZipTricks.findLast(bytes, "leaf.txt"))),
                zip(
                        "two files of one name",
                        "ZIP-DUPLICATE",
                        bytes -> ZipTricks.renamed(bytes, "messagX.json", MESSAGE)),
                zip("two files differing in case", "ZIP-DUPLICATE", bytes -> ZipTricks.with(bytes, "Message.json")),
                zip("an absolute path", "ZIP-PATH", bytes -> ZipTricks.with(bytes, "/etc/passwd")),
                zip("a path upwards", "ZIP-PATH", bytes -> ZipTricks.with(bytes, "../../x")),
                zip("a path for Windows", "ZIP-PATH", bytes -> ZipTricks.with(bytes, "C:\\x")),
                zip("a bomb", "ZIP-BOMB", bytes -> ZipTricks.packed(new byte[70 << 20])),
                zip("a size that lies", "ZIP-BOMB", ZipTricks::lying),
                zip("encryption", "ZIP-METHOD", ZipTricks::encrypted));
    }

    @DisplayName("Files")
    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("fileTricks")
    void findsChangedFiles(String trick, String code, Consumer<Map<String, byte[]>> change) {
        found(repacked(good, change), code);
    }

    static Stream<Arguments> fileTricks() {
        Map<String, byte[]> others = Forging.files(other);
        return Stream.of(
                files("message of another", "ENTRY-CHANGED", all -> all.put(MESSAGE, others.get(MESSAGE))),
                files("the same, seen in the tree", "MESSAGE-CHANGED", all -> all.put(MESSAGE, others.get(MESSAGE))),
                files("message taken out", "MESSAGE-MISSING", all -> all.remove(MESSAGE)),
                files("leaf taken out", "LEAF-MISSING", all -> all.remove(Names.LEAF)),
                files("a file that is listed taken out", "ENTRY-MISSING", all -> all.remove(Names.LEAF)),
                files("proof taken out", "PROOF-MISSING", all -> all.remove(Names.INCLUSION)),
                files("checkpoint taken out", "CHECKPOINT-MISSING", all -> all.remove("checkpoint-7.txt")),
                files("a file nobody signed", "ENTRY-UNCOVERED", all -> all.put("note.txt", bytes("note"))),
                files("a second signature", "ENTRY-UNCOVERED", all -> all.put("META-INF/signature002.p7s", bytes("x"))),
                files("signature taken out", "CONTAINER-UNSIGNED", all -> all.remove(Names.SIGNATURE)),
                files(
                        "signature of another",
                        "CONTAINER-SIGNATURE-CONTENT",
                        all -> all.put(Names.SIGNATURE, others.get(Names.SIGNATURE))),
                files(
                        "signature replaced by text",
                        "CONTAINER-SIGNATURE-UNREADABLE",
                        all -> all.put(Names.SIGNATURE, bytes("signature"))),
                files(
                        "something behind the signature",
                        "CONTAINER-SIGNATURE-UNREADABLE",
                        all -> all.computeIfPresent(
                                Names.SIGNATURE, (name, value) -> Arrays.copyOf(value, value.length + 1))),
                files("list taken out", "CONTAINER-MANIFEST", all -> all.remove(Names.MANIFEST)),
                files(
                        "list with a DTD",
                        "CONTAINER-MANIFEST",
                        all -> all.computeIfPresent(
                                Names.MANIFEST,
                                (name, xml) -> bytes(text(xml).replace("?>", "?><!DOCTYPE a [<!ENTITY b 'c'>]>")))),
                files("list made to fit", "CONTAINER-SIGNATURE-CONTENT", all -> {
                    all.put(MESSAGE, others.get(MESSAGE));
                    all.put(Names.MANIFEST, Forging.manifest(all));
                }),
                files("mimetype taken out", "CONTAINER-MIMETYPE", all -> all.remove(Names.MIMETYPE)),
                files(
                        "mimetype of another kind",
                        "CONTAINER-MIMETYPE",
                        all -> all.put(Names.MIMETYPE, bytes("application/zip"))),
                files("mimetype not first", "CONTAINER-MIMETYPE", all -> {
                    byte[] type = all.remove(Names.MIMETYPE);
                    all.put(Names.MIMETYPE, type);
                }));
    }

    static Report check(byte[] container) {
        return new ContainerCheck(new Seals(TestSigning.offline()), List.of(), java.time.Instant.now())
                .check("x.asice", container);
    }

    static List<String> codes(Report report) {
        return report.findings().stream().map(Finding::code).toList();
    }

    static void found(byte[] container, String code) {
        Report report = check(container);
        assertThat(codes(report)).contains(code);
        assertThat(report.passed()).isFalse();
        assertThat(report.findings()).allSatisfy(finding -> {
            assertThat(finding.text().vi()).isNotBlank();
            assertThat(finding.text().en()).isNotBlank();
        });
    }

    private static Arguments zip(String trick, String code, UnaryOperator<byte[]> change) {
        return arguments(trick, code, change);
    }

    private static Arguments files(String trick, String code, Consumer<Map<String, byte[]>> change) {
        return arguments(trick, code, change);
    }

    static byte[] flip(byte[] bytes, int place) {
        byte[] changed = bytes.clone();
        changed[place] ^= 1;
        return changed;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
