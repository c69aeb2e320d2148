package vn.lienthong.insurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import vn.lienthong.insurance.wire.Contract;
import vn.lienthong.kernel.SchemaFiles;

/** The document as the contract describes it, against the schema that we hand out. */
class ResultDocumentTest {
    private static final Contract CONTRACT = Contract.read(SchemaFiles.packed(), "insurance");
    private static final ResultDocument DOCUMENT = new ResultDocument(CONTRACT);

    @Test
    void fitsTheSchema_withAllFieldsAndWithTheLeast() throws Exception {
        Map<String, String> all = facts();
        Map<String, String> least = new HashMap<>(facts());
        List.of(
                        "dossier.parent",
                        "procedure.name",
                        "agency.name",
                        "applicant.phone",
                        "applicant.address",
                        "result.code")
                .forEach(least::remove);
        least.remove("file.content");
        least.put("file.link", "https://cong.example/links/abc");

        for (Map<String, String> facts : List.of(all, least)) {
            schema().newValidator().validate(new StreamSource(new ByteArrayInputStream(DOCUMENT.write(facts))));
        }
    }

    @Test
    void saysWhatIsMissing() {
        Map<String, String> facts = facts();
        facts.remove("result.title");
        facts.remove("applicant.phone");

        assertThat(DOCUMENT.missing(facts)).containsExactly("result.title");
        assertThat(DOCUMENT.missing(facts())).isEmpty();
    }

    @Test
    void tellsWhatNoXmlCanHold_insteadOfChangingIt() {
        Map<String, String> facts = facts();
        facts.put("result.title", "Giấy\u0001khai sinh");

        assertThat(DOCUMENT.unwritable(facts)).containsExactly("result.title");
    }

    @Property(tries = 200)
    void keepsEveryTextAsItIs(@ForAll @StringLength(max = 60) String told) throws Exception {
        Map<String, String> facts = facts();
        facts.put("applicant.name", told);
        facts.put("result.title", "<b>&amp;]]>\"'" + told);
        if (!DOCUMENT.unwritable(facts).isEmpty()) {
            return;
        }
        Element root = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(DOCUMENT.write(facts)))
                .getDocumentElement();

        assertThat(text(root, "Name")).isEqualTo(told);
        assertThat(text(root, "Title")).isEqualTo("<b>&amp;]]>\"'" + told);
    }

    private static String text(Element root, String name) {
        return root.getElementsByTagNameNS(CONTRACT.namespace(), name).item(0).getTextContent();
    }

    private static Schema schema() throws Exception {
        return SchemaFactory.newDefaultInstance().newSchema(new File("schemas/soap/insurance.xsd"));
    }

    private static Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        CONTRACT.document().fields().values().forEach(term -> facts.put(term, "Mẫu"));
        facts.remove("file.link");
        facts.put("delivery.reference", "4711");
        facts.put("purpose", "FUNERAL_GRANT");
        facts.put("result.attachedAt", "2026-11-22T09:30:00+07:00");
        facts.put("file.sha256", "0".repeat(64));
        facts.put("file.content", Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}));
        return facts;
    }
}
