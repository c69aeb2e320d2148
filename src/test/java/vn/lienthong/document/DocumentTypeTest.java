package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.kernel.ProblemException;

class DocumentTypeTest {
    @Test
    void isToldByTheBytes() {
        assertThat(type("%PDF-1.7\n…")).isEqualTo(DocumentType.PDF);
        assertThat(type("<?xml version='1.0'?>\n<a><b/></a>")).isEqualTo(DocumentType.XML);
        assertThat(type("\uFEFF  \n<a/>")).isEqualTo(DocumentType.XML);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK\u0003\u0004", "MZ", " %PDF-1.7", "{}", "\u0000<a/>"})
    void whatIsNeither_isRefused(String text) {
        assertRefused(text, 415, "RESULT-TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "<a></b>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x 'xx'><!ENTITY y '&x;&x;'>]><a>&y;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
                "<a>&unknown;</a>",
                "<html"
            })
    void unsoundXml_isRefused(String text) {
        assertRefused(text, 422, "RESULT-XML");
    }

    @Test
    void xmlThatNestsTooDeep_isRefused() {
        assertRefused("<a>".repeat(91) + "</a>".repeat(91), 422, "RESULT-XML");
        assertThat(type("<a>".repeat(90) + "</a>".repeat(90))).isEqualTo(DocumentType.XML);
    }

    private static void assertRefused(String text, int status, String code) {
        assertThatThrownBy(() -> type(text)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().status()).isEqualTo(status);
        });
    }

    private static DocumentType type(String text) {
        return DocumentType.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
