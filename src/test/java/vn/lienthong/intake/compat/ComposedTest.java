package vn.lienthong.intake.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.ProblemException;

class ComposedTest {
    /** A letter and its mark as two characters. */
    private static final String DECOMPOSED = "e\u0301";

    @Test
    void composes_textsAndNamesAtEveryDepth() throws IOException {
        Composed composed =
                Composed.of(json("{'a':[{'" + DECOMPOSED + "':'" + DECOMPOSED + "'}],'n':1,'t':true,'z':null}"));

        assertThat(composed.changed()).isTrue();
        assertThat(composed.item()).isEqualTo(json("{'a':[{'é':'é'}],'n':1,'t':true,'z':null}"));
    }

    @Test
    void leaves_composedTextAlone() throws IOException {
        JsonNode item = json("{'ChuHoSo':'Nguyễn Thị Ánh'}");

        assertThat(Composed.of(item)).isEqualTo(new Composed(item, false));
    }

    @Test
    void writesTheSame_inWhateverOrderNamesCame() throws IOException {
        assertThat(Composed.of(json("{'b':1,'a':{'d':2,'c':3}}")).item().toString())
                .isEqualTo(Composed.of(json("{'a':{'c':3,'d':2},'b':1}")).item().toString());
    }

    @Test
    void refuses_namesThatBecomeOne() throws IOException {
        JsonNode item = json("{'é':1,'" + DECOMPOSED + "':2}");

        assertThatThrownBy(() -> Composed.of(item))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("JSON-DUPLICATE-KEY"));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
