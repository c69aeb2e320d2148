package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.signing.SigningWorld.TEXT;
import static vn.lienthong.signing.SigningWorld.XML;
import static vn.lienthong.signing.SigningWorld.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No change of a signed document passes, and each is found for what it is. */
class TamperTest {
    @RegisterExtension
    static final SigningWorld world = new SigningWorld();

    @Nested
    class Detached {
        private final Content signed = world.signed("agency", SignatureFormat.CADES_DETACHED, SignatureLevel.T, TEXT);

        @Test
        void changedContent() {
            Content other = content("decision.txt", "Quyết định số 13/QĐ-UBND\n");
            found(world.verdict(signed, other), "HASH_FAILURE", "BBB_CV_IRDOI_ANS");
        }

        @Test
        void missingContent() {
            found(world.verdict(signed), "SIGNED_DATA_NOT_FOUND", "BBB_CV_IRDOF_ANS");
        }

        @Test
        void changedSignatureValue() throws Exception {
            byte[] value = signer(signed).getSignature();
            int place = Tampering.find(signed.bytes(), value) + value.length / 2;
            found(
                    world.verdict(new Content("x", Tampering.flip(signed.bytes(), place)), TEXT),
                    "SIG_CRYPTO_FAILURE",
                    "BBB_CV_ISI_ANS");
        }

        @Test
        void changedSigningTime() throws Exception {
            byte[] attributes = signer(signed).getEncodedSignedAttributes();
            int time = new String(attributes, StandardCharsets.ISO_8859_1).indexOf("Z");
            byte[] part = java.util.Arrays.copyOfRange(attributes, time - 12, time + 1);
            int place = Tampering.find(signed.bytes(), part) + 5;
            found(
                    world.verdict(new Content("x", Tampering.flip(signed.bytes(), place)), TEXT),
                    "SIG_CRYPTO_FAILURE",
                    "BBB_CV_ISI_ANS");
        }

        @Test
        void timeStampOfAnotherSignature() throws Exception {
            Content other = world.signed("officer", SignatureFormat.CADES_DETACHED, SignatureLevel.T, TEXT);
            SignerInformation moved = SignerInformation.replaceUnsignedAttributes(
                    signer(signed), signer(other).getUnsignedAttributes());
            byte[] forged = CMSSignedData.replaceSigners(
                            new CMSSignedData(signed.bytes()), new SignerInformationStore(moved))
                    .getEncoded();

            SignatureVerdict verdict = world.verdict(new Content("x", forged), TEXT);
            assertThat(verdict.stamped()).isFalse();
            assertThat(codes(verdict)).contains("BBB_CV_TSP_IRDOI_ANS");
        }

        @Test
        void removedTimeStamp() throws Exception {
            SignerInformation bare = SignerInformation.replaceUnsignedAttributes(signer(signed), null);
            byte[] forged = CMSSignedData.replaceSigners(
                            new CMSSignedData(signed.bytes()), new SignerInformationStore(bare))
                    .getEncoded();

            SignatureVerdict verdict = world.verdict(new Content("x", forged), TEXT);
            assertThat(verdict.stamped()).isFalse();
            assertThat(verdict.form()).isEqualTo("CAdES-BASELINE-B");
        }

        @Test
        void cutFile() {
            byte[] half = java.util.Arrays.copyOf(signed.bytes(), signed.bytes().length / 2);
            assertThat(world.verifier().verify(new Content("x", half), List.of(TEXT)))
                    .isNotInstanceOf(Verification.Judged.class);
        }

        private static SignerInformation signer(Content signature) throws Exception {
            return new CMSSignedData(signature.bytes())
                    .getSignerInfos()
                    .iterator()
                    .next();
        }
    }

    @Nested
    class Xml {
        private final Content signed =
                world.signed("agency-ec", SignatureFormat.XADES_ENVELOPED, SignatureLevel.T, XML);

        @Test
        void changedContent() {
            found(changed("9001", "9002"), "HASH_FAILURE", "BBB_CV_IRDOI_ANS");
        }

        @Test
        void addedElement() {
            found(changed("</MaHoSo>", "</MaHoSo><LePhi>0</LePhi>"), "HASH_FAILURE", "BBB_CV_IRDOI_ANS");
        }

        @Test
        void changedSigningTime() {
            String year = world.clock.today().getYear() + "-";
            found(changed("SigningTime>" + year, "SigningTime>2019-"), "HASH_FAILURE", "BBB_CV_IRDOI_ANS");
        }

        @Test
        void signatureWrappedIntoAnotherDocument() {
            String text = new String(signed.bytes(), StandardCharsets.UTF_8);
            String original = text.substring(text.indexOf("<KetQua"));
            Content forged = content(
                    "x", "<Goi xmlns=\"urn:vn:mau\"><MaHoSo>H15.24133-260105-6666</MaHoSo>" + original + "</Goi>");
            found(world.verdict(forged), "HASH_FAILURE", "BBB_CV_IRDOI_ANS");
        }

        @Test
        void certificateOfSomebodyElse() throws Exception {
            Content other = world.signed("officer-ec", SignatureFormat.XADES_ENVELOPED, SignatureLevel.B, XML);
            SignatureVerdict verdict = changed(certificate(signed), certificate(other));
            assertThat(verdict.passed()).isFalse();
            assertThat(verdict.signer())
                    .satisfiesAnyOf(
                            signer -> assertThat(signer).isNull(),
                            signer -> assertThat(signer).doesNotContain("Thị Mẫu"));
        }

        private static String certificate(Content document) {
            String text = new String(document.bytes(), StandardCharsets.UTF_8);
            int from = text.indexOf("X509Certificate>") + "X509Certificate>".length();
            return text.substring(from, text.indexOf("<", from));
        }

        private SignatureVerdict changed(String from, String to) {
            return world.verdict(new Content("x", Tampering.replace(signed.bytes(), from, to)));
        }
    }

    @Nested
    class Pdf {
        private final Content signed =
                world.signed("agency", SignatureFormat.PADES, SignatureLevel.T, SigningWorld.pdf());

        @Test
        void changedPage() {
            found(
                    verdict(Tampering.replace(signed.bytes(), "612.0 792.0", "612.0 912.0")),
                    "HASH_FAILURE",
                    "BBB_CV_IRDOI_ANS");
        }

        @Test
        void somethingBehindTheEnd() {
            SignatureVerdict verdict = verdict(Tampering.append(signed.bytes(), "\n% thêm\n"));
            assertThat(verdict.coversAll()).isFalse();
            assertThat(codes(verdict)).contains("PARTIAL");
        }

        private SignatureVerdict verdict(byte[] bytes) {
            return world.verdict(new Content("x.pdf", bytes));
        }
    }

    @Nested
    class Container {
        private final Content signed = world.signed("agency", SignatureFormat.ASIC_E, SignatureLevel.T, TEXT, XML);

        @Test
        void changedFile() {
            found(repacked(files -> files.put(TEXT.name(), XML.bytes())), "HASH_FAILURE", "BBB_CV_IRDOI_ANS");
        }

        @Test
        void missingFile() {
            found(repacked(files -> files.remove(TEXT.name())), "SIGNED_DATA_NOT_FOUND", "BBB_CV_IRDOF_ANS");
        }

        @Test
        void swappedFiles() {
            found(
                    repacked(files -> {
                        files.put(TEXT.name(), XML.bytes());
                        files.put(XML.name(), TEXT.bytes());
                    }),
                    "SIGNED_DATA_NOT_FOUND",
                    "BBB_CV_DRNMND_ANS");
        }

        @Test
        void addedFile() {
            found(repacked(files -> files.put("extra.txt", TEXT.bytes())), "FORMAT_FAILURE", "BBB_CV_IAFS_ANS");
        }

        private SignatureVerdict repacked(Consumer<Map<String, byte[]>> change) {
            return world.verdict(new Content("x.asice", Tampering.repack(signed.bytes(), change)));
        }
    }

    private static void found(SignatureVerdict verdict, String sub, String code) {
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.subIndication()).as("%s", verdict).isEqualTo(sub);
        assertThat(codes(verdict)).contains(sub, code);
        assertThat(verdict.findings())
                .allSatisfy(finding -> assertThat(finding.text().vi()).doesNotContain("Một kiểm tra theo ETSI"));
    }

    private static List<String> codes(SignatureVerdict verdict) {
        return verdict.findings().stream().map(Finding::code).toList();
    }
}
