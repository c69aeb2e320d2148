package vn.lienthong.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.lienthong.evidence.container.Forging.repacked;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
                zip("another zip behind the end", "ZIP-HEADERS", bytes -> joined(bytes, other)),
                zip("something before the beginning", "ZIP-HEADERS", bytes -> joined(new byte[7], bytes)),
                zip("data between files and directory", "ZIP-HIDDEN", TamperedContainerTest::hiding),
                zip("a bit of the message", "ZIP-CRC", bytes -> flip(bytes, find(bytes, "ACCEPTED"))),
                zip("a bit of the leaf", "ZIP-CRC", bytes -> flip(bytes, find(bytes, "lienthong/leaf/1"))),
                zip("a bit of the proof", "ZIP-CRC", bytes -> flip(bytes, find(bytes, "lienthong/inclusion/1"))),
                zip("a bit of the signed list", "ZIP-CRC", bytes -> flip(bytes, find(bytes, "ASiCManifest xmlns"))),
                zip("a name in a local header", "ZIP-HEADERS", bytes -> flip(bytes, find(bytes, "leaf.txt"))),
                zip("a name in the directory", "ZIP-HEADERS", bytes -> flip(bytes, findLast(bytes, "leaf.txt"))),
                zip("two files of one name", "ZIP-DUPLICATE", bytes -> renamed(bytes, "messagX.json", MESSAGE)),
                zip("two files differing in case", "ZIP-DUPLICATE", bytes -> with(bytes, "Message.json")),
                zip("an absolute path", "ZIP-PATH", bytes -> with(bytes, "/etc/passwd")),
                zip("a path upwards", "ZIP-PATH", bytes -> with(bytes, "../../x")),
                zip("a path for Windows", "ZIP-PATH", bytes -> with(bytes, "C:\\x")),
                zip("a bomb", "ZIP-BOMB", bytes -> packed(new byte[70 << 20])),
                zip("a size that lies", "ZIP-BOMB", TamperedContainerTest::lying),
                zip("encryption", "ZIP-METHOD", TamperedContainerTest::encrypted));
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
        return new ContainerCheck(new Seals(TestSigning.offline()), null).check("x.asice", container);
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

    private static byte[] hiding(byte[] bytes) {
        int end = bytes.length - 22;
        int start = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
        byte[] hidden = joined(
                joined(Arrays.copyOf(bytes, start), new byte[9]), Arrays.copyOfRange(bytes, start, bytes.length));
        ByteBuffer.wrap(hidden).order(ByteOrder.LITTLE_ENDIAN).putInt(end + 9 + 16, start + 9);
        return hidden;
    }

    private static byte[] renamed(byte[] bytes, String from, String to) {
        return latin(latin(with(bytes, from)).replace(from, to));
    }

    private static byte[] with(byte[] bytes, String name) {
        return repacked(bytes, all -> all.put(name, bytes("more")));
    }

    private static byte[] lying(byte[] bytes) {
        byte[] packed = packed(new byte[5000]);
        ByteBuffer zip = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        int directory = zip.getInt(packed.length - 22 + 16);
        zip.putInt(directory + 24, 100);
        return packed;
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(MESSAGE));
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] encrypted(byte[] bytes) {
        byte[] changed = bytes.clone();
        ByteBuffer zip = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
        zip.put(6, (byte) (zip.get(6) | 1));
        int directory = zip.getInt(bytes.length - 22 + 16);
        zip.put(directory + 8, (byte) (zip.get(directory + 8) | 1));
        return changed;
    }

    static byte[] flip(byte[] bytes, int place) {
        byte[] changed = bytes.clone();
        changed[place] ^= 1;
        return changed;
    }

    static int find(byte[] bytes, String part) {
        return latin(bytes).indexOf(part);
    }

    private static int findLast(byte[] bytes, String part) {
        return latin(bytes).lastIndexOf(part);
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] all = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return all;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static Map<String, byte[]> copy(Map<String, byte[]> files) {
        return new LinkedHashMap<>(files);
    }
}
