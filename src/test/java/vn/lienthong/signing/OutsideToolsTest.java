package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.signing.SigningWorld.CERTIFICATES;
import static vn.lienthong.signing.SigningWorld.ROOT;
import static vn.lienthong.signing.SigningWorld.TEXT;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.testing.OutsideTool;
import vn.lienthong.testing.OutsideTool.Outcome;

/** Programs that share no code with us believe what we sign, and we believe what they sign. */
class OutsideToolsTest {
    @RegisterExtension
    static final SigningWorld world = new SigningWorld();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"agency", "officer-ec"})
    void opensslBelievesOurDetachedSignature(String key) throws Exception {
        OutsideTool openssl = OutsideTool.of("openssl", folder);
        write("in.p7s", world.signed(key, SignatureFormat.CADES_DETACHED, SignatureLevel.T, TEXT));
        write("in.txt", TEXT);

        verify(openssl).succeeds();

        write("in.txt", SigningWorld.content("x", "Quyết định số 13/QĐ-UBND\n"));
        verify(openssl).fails();
    }

    private static Outcome verify(OutsideTool openssl) throws Exception {
        return openssl.run(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "in.p7s",
                "-content",
                "in.txt",
                "-CAfile",
                ROOT,
                "-purpose",
                "any",
                "-out",
                "out.txt");
    }

    @Test
    void opensslBelievesOurEnvelopingSignature_andFindsTheContent() throws Exception {
        OutsideTool openssl = OutsideTool.of("openssl", folder);
        write("in.p7m", world.signed("agency", SignatureFormat.CADES_ENVELOPING, SignatureLevel.LTA, TEXT));

        openssl.run(
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        "in.p7m",
                        "-CAfile",
                        ROOT,
                        "-purpose",
                        "any",
                        "-out",
                        "out.txt")
                .succeeds();
        assertThat(folder.resolve("out.txt")).hasBinaryContent(TEXT.bytes());
    }

    @Test
    void opensslBelievesTheTimeStampInOurSignature() throws Exception {
        OutsideTool openssl = OutsideTool.of("openssl", folder);
        Content signed = world.signed("agency", SignatureFormat.CADES_DETACHED, SignatureLevel.T, TEXT);
        SignerInformation signer =
                new CMSSignedData(signed.bytes()).getSignerInfos().iterator().next();
        Attribute token = signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        Files.write(
                folder.resolve("token"),
                token.getAttributeValues()[0].toASN1Primitive().getEncoded());
        Files.write(folder.resolve("value"), signer.getSignature());

        openssl.run("ts", "-verify", "-in", "token", "-token_in", "-data", "value", "-CAfile", ROOT)
                .succeeds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agency", "officer-ec"})
    void xmlsecBelievesOurXmlSignature(String key) throws Exception {
        OutsideTool xmlsec = OutsideTool.of("xmlsec1", folder);
        Content signed = world.signed(key, SignatureFormat.XADES_ENVELOPED, SignatureLevel.LTA, SigningWorld.XML);
        write("in.xml", signed);
        xmlsec.run("--verify", "--trusted-pem", ROOT, "in.xml").succeeds();

        write("in.xml", new Content("x", Tampering.replace(signed.bytes(), "9001", "9002")));
        xmlsec.run("--verify", "--trusted-pem", ROOT, "in.xml").fails();
    }

    @Test
    void xmlsecBelievesTheSignatureInOurContainer() throws Exception {
        OutsideTool xmlsec = OutsideTool.of("xmlsec1", folder);
        Content container = world.signed("agency", SignatureFormat.ASIC_E, SignatureLevel.LTA, TEXT, SigningWorld.XML);
        unzip(container.bytes());

        xmlsec.run("--verify", "--trusted-pem", ROOT, "META-INF/signatures001.xml")
                .succeeds();
        write(TEXT.name(), SigningWorld.XML);
        xmlsec.run("--verify", "--trusted-pem", ROOT, "META-INF/signatures001.xml")
                .fails();
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void pdfsigBelievesOurPdf(SignatureLevel level) throws Exception {
        OutsideTool pdfsig = OutsideTool.of("pdfsig", folder);
        Content signed = world.signed("agency", SignatureFormat.PADES, level, SigningWorld.pdf());
        write("in.pdf", signed);
        assertThat(pdfsig.run("-nocert", "in.pdf").succeeds().text()).contains("Signature is Valid");

        write("in.pdf", new Content("x", Tampering.replace(signed.bytes(), "/MediaBox", "/mediaBox")));
        assertThat(pdfsig.run("-nocert", "in.pdf").text()).contains("Digest Mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "officer-ec"})
    void believesWhatOpensslSigned(String holder) throws Exception {
        OutsideTool openssl = OutsideTool.of("openssl", folder);
        String store = CERTIFICATES.resolve(holder + ".p12").toString();
        openssl.run("pkcs12", "-in", store, "-passin", "pass:sandbox-sample", "-nodes", "-out", "all.pem")
                .succeeds();
        write("in.txt", TEXT);
        openssl.run(
                        "cms",
                        "-sign",
                        "-cades",
                        "-binary",
                        "-md",
                        "sha256",
                        "-in",
                        "in.txt",
                        "-signer",
                        "all.pem",
                        "-inkey",
                        "all.pem",
                        "-certfile",
                        CERTIFICATES.resolve("issuing-ca.pem").toString(),
                        "-outform",
                        "DER",
                        "-out",
                        "out.p7s")
                .succeeds();

        Content signature = new Content("out.p7s", Files.readAllBytes(folder.resolve("out.p7s")));
        SignatureVerdict verdict = world.verdict(signature, TEXT);
        assertThat(verdict.passed()).as("%s", verdict).isTrue();
        assertThat(verdict.signer()).contains("Nguyễn Thị Mẫu");
    }

    private void write(String name, Content content) throws Exception {
        Files.write(folder.resolve(name), content.bytes());
    }

    private void unzip(byte[] container) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }
}
