package vn.lienthong.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.evidence.SampleContainers;
import vn.lienthong.inspection.Inspected.Outcome;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.Finding;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.signing.TestSigning;

class InspectorTest {
    @RegisterExtension
    static final SigningWorld signing = new SigningWorld();

    private static Map<String, byte[]> containers;

    private final Inspector inspector =
            new Inspector(signing.verifier(), new Evidences(TestSigning.offline(), new SettableClock()));

    @BeforeAll
    static void make() {
        containers = SampleContainers.made();
    }

    @Test
    void tellsWhoSignedAndWhen_ofADocumentThatIsWhole() {
        Inspected seen = inspector.look(pdf());
        assertThat(seen.outcome()).isEqualTo(Outcome.GOOD);
        assertThat(seen.sha256()).hasSize(64);
        assertThat(seen.signatures()).singleElement().satisfies(one -> {
            assertThat(one.signer()).contains("phường Mẫu");
            assertThat(one.issuer()).isNotBlank();
            assertThat(one.stampedAt()).endsWith("(+07:00)");
            assertThat(one.form()).isEqualTo("PAdES-BASELINE-T");
        });
    }

    @Test
    void takesNothingThatWasChangedForGood() {
        byte[] changed = pdf();
        int at = new String(changed, StandardCharsets.ISO_8859_1).indexOf("/MediaBox") + 1;
        changed[at] = 'm';
        Inspected seen = inspector.look(changed);
        assertThat(seen.outcome()).isEqualTo(Outcome.BAD);
        assertThat(seen.signatures().getFirst().findings())
                .extracting(Finding::severity)
                .contains(Finding.Severity.ERROR);

        byte[] container = containers.get("first").clone();
        container[container.length / 2] ^= 1;
        assertThat(inspector.look(container).outcome()).isNotEqualTo(Outcome.GOOD);
    }

    @Test
    void decidesNothing_whileRevocationCannotBeAsked() {
        byte[] document = pdf();
        signing.set("ocsp", "faults", "{\"mode\":\"down\"}");
        assertThat(inspector.look(document).outcome()).isEqualTo(Outcome.OPEN);
    }

    @Test
    void verifiesContainersOfEvidence_andSaysWhatStaysWithTheReader() {
        Inspected seen = inspector.look(containers.get("first"));
        assertThat(seen.outcome()).isEqualTo(Outcome.GOOD);
        assertThat(seen.signatures().getFirst().signer()).isNotBlank();
        assertThat(seen.signatures().getFirst().findings())
                .extracting(Finding::code)
                .contains("SAMPLE");
        assertThat(seen.notes())
                .extracting(Bilingual::en)
                .anySatisfy(note -> assertThat(note).contains("Compare the signer's name"));
    }

    @Test
    void verifiesContainersOfOthers() {
        Content container = signing.signed("agency", SignatureFormat.ASIC_E, SignatureLevel.T, SigningWorld.XML);
        assertThat(inspector.look(container.bytes()).outcome()).isEqualTo(Outcome.GOOD);
    }

    @Test
    void tellsWhatIsUnsigned_andWhatCannotBe() throws IOException {
        assertThat(inspector.look(SigningWorld.pdf().bytes()).outcome()).isEqualTo(Outcome.UNSIGNED);
        assertThat(inspector.look("hello".getBytes(StandardCharsets.UTF_8)).outcome())
                .isEqualTo(Outcome.UNREADABLE);
        assertThat(inspector.look(Arrays.copyOf(pdf(), 200)).outcome()).isNotEqualTo(Outcome.GOOD);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("checkpoint-1.txt"));
            out.write(1);
        }
        assertThat(inspector.look(zip.toByteArray()).outcome()).isEqualTo(Outcome.BAD);
        byte[] outside =
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"http://127.0.0.1:1/b\">]><a>&b;</a>".getBytes(StandardCharsets.UTF_8);
        assertThat(inspector.look(outside).outcome()).isEqualTo(Outcome.UNREADABLE);
    }

    @Test
    void unpacksLittleForStrangers() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("checkpoint-1.txt"));
            out.write(new byte[9 << 20]);
        }
        Inspected seen = inspector.look(zip.toByteArray());
        assertThat(seen.outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(seen.notes())
                .extracting(Bilingual::en)
                .anySatisfy(note -> assertThat(note).contains("unpacks to too much"));
    }

    private static byte[] pdf() {
        return signing.signed("agency", SignatureFormat.PADES, SignatureLevel.T, SigningWorld.pdf())
                .bytes();
    }
}
