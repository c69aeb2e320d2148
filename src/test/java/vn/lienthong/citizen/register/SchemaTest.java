package vn.lienthong.citizen.register;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

/** What we send and what tests let registers answer is what the published schema says. */
class SchemaTest {
    private static final Schema SCHEMA = schema();

    @ParameterizedTest
    @CsvSource({
        "LOOK_UP, 066090000011, Nguyễn Văn Mẫu, 1990-01-31",
        "VERIFY, 066198000019, H’Mẫu Êban, 1998",
        "LOOK_UP, 240000011, Đỗ Thị Ươm, 1950"
    })
    void writesQuestionsThatAreValid(Operation operation, String number, String name, String born) {
        Validator validator = SCHEMA.newValidator();
        var payload = RequestWriter.payload(RegisterWorld.question(operation, number, name, born), RegisterDoor.PLAIN);

        assertThatCode(() -> validator.validate(new DOMSource(payload))).doesNotThrowAnyException();
    }

    @Test
    void readsAnswersThatAreValid() {
        String body = Envelopes.of(Envelopes.MAU).replaceAll(".*<soap:Body>(.*)</soap:Body>.*", "$1");

        assertThatCode(() -> SCHEMA.newValidator().validate(new StreamSource(new StringReader(body))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> SCHEMA.newValidator()
                        .validate(new StreamSource(new StringReader(body.replace("CongDan>", "Nguoi>")))))
                .isInstanceOf(SAXException.class);
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new File("schemas/soap/population.xsd"));
        } catch (SAXException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
