package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.signing.SigningWorld.XML;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures that carry programs, or more work than anybody needs: nothing of it is begun. */
class HostileSignatureTest {
    @RegisterExtension
    static final SigningWorld world = new SigningWorld();

    private static final String FILTER = "http://www.w3.org/2002/06/xmldsig-filter2";
    private static final String STYLE =
            "<xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\">"
                    + "<xsl:template match=\"/\"><xsl:call-template name=\"x\"/></xsl:template>"
                    + "<xsl:template name=\"x\"><a/><xsl:call-template name=\"x\"/></xsl:template></xsl:stylesheet>";

    private final Content signed = world.signed("agency-ec", SignatureFormat.XADES_ENVELOPED, SignatureLevel.B, XML);

    @Test
    void takesWhatWeSignOurselves() {
        assertThat(world.verifier().verify(signed)).isInstanceOf(Verification.Judged.class);
        assertThat(world.verifier().verifyForStranger(signed)).isInstanceOf(Verification.Judged.class);
        Content container = world.signed("agency", SignatureFormat.ASIC_E, SignatureLevel.B, XML);
        assertThat(world.verifier().verify(container)).isInstanceOf(Verification.Judged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/TR/1999/REC-xslt-19991116",
                "http://www.w3.org/TR/2001/WD-xptr-20010108",
                "urn:unknown",
                ""
            })
    void runsNoProgramOfASender(String algorithm) {
        refused(text().replace("Algorithm=\"" + FILTER + "\">", "Algorithm=\"" + algorithm + "\">" + STYLE));
    }

    @Test
    void runsNoExpressionButOurOwn() {
        refused(text().replace("/descendant::ds:Signature", "//*[count(//*[count(//*)>0])>0]"));
        refused(text().replace("/descendant::ds:Signature", "<?x //*?>/descendant::ds:Signature"));
        refused(text().replace("/descendant::ds:Signature", "<!--//*-->/descendant::ds:Signature"));
        refused(text().replace("\"subtract\"", "\"union\""));
        refused(text().replace(FILTER, "http://www.w3.org/TR/1999/REC-xpath-19991116")
                .replace("</ds:Transforms>", "<ds:XPath>count(//*)&gt;0</ds:XPath></ds:Transforms>"));
    }

    @Test
    void findsThemInContainers() {
        Content container = world.signed("agency", SignatureFormat.ASIC_E, SignatureLevel.B, XML);
        byte[] forged = Tampering.repack(
                container.bytes(),
                files -> files.replaceAll((name, file) -> name.endsWith("signatures001.xml")
                        ? new String(file, StandardCharsets.UTF_8)
                                .replace(
                                        "http://www.w3.org/2001/10/xml-exc-c14n#",
                                        "http://www.w3.org/TR/1999/REC-xslt-19991116")
                                .getBytes(StandardCharsets.UTF_8)
                        : file));
        assertThat(new String(Tampering.repack(forged, files -> {}), StandardCharsets.ISO_8859_1))
                .contains("signatures001.xml");
        unreadable(new Content("x.asice", forged));
    }

    @Test
    void countsSignaturesReferencesAndElements() {
        String text = text();
        String signature = text.substring(text.indexOf("<ds:Signature "), text.indexOf("</KetQua>"));
        refused(text.replace("</KetQua>", signature.repeat(16) + "</KetQua>"));
        String reference = text.substring(
                text.indexOf("<ds:Reference "), text.indexOf("</ds:Reference>") + "</ds:Reference>".length());
        refused(text.replace("</ds:SignedInfo>", reference.repeat(16) + "</ds:SignedInfo>"));
        refused(text.replace("</KetQua>", "<a/>".repeat(200_001) + "</KetQua>"));
        refused(text.replace("</KetQua>", "<a>".repeat(300) + "</a>".repeat(300) + "</KetQua>"));
    }

    private String text() {
        return new String(signed.bytes(), StandardCharsets.UTF_8);
    }

    private void refused(String forged) {
        assertThat(forged).isNotEqualTo(text());
        unreadable(new Content("x.xml", forged.getBytes(StandardCharsets.UTF_8)));
    }

    private static void unreadable(Content forged) {
        assertThat(world.verifier().verify(forged, List.of()))
                .isInstanceOfSatisfying(
                        Verification.Unreadable.class,
                        found -> assertThat(found.why().en()).contains("not verified here"));
    }
}
