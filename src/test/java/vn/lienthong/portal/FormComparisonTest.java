package vn.lienthong.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.national.NationalComparison.Verdict.CANNOT_TELL;
import static vn.lienthong.national.NationalComparison.Verdict.SHOWS_ANOTHER;
import static vn.lienthong.national.NationalComparison.Verdict.SHOWS_THIS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.national.NationalComparison.Verdict;
import vn.lienthong.portal.session.FieldRule.Fixed;
import vn.lienthong.portal.session.ItemForm;
import vn.lienthong.portal.session.Question;
import vn.lienthong.portal.session.ServiceContract.Service;

/** Only what shows all that was sent confirms it. */
class FormComparisonTest {
    private static final ItemForm.Own FORM =
            new ItemForm.Own(Map.of("so", new Fixed(""), "ten", new Fixed(""), "ma", new Fixed("")));
    private static final String SENT = "{\"so\":\"1\",\"ten\":\"Mẫu\"}";

    private final FormComparison plain = comparison(null);
    private final FormComparison marked = comparison("ma");

    @Test
    void allThatWasSent_isThis_whateverThePartnerAdds_andUnderTheNamesItUses() {
        assertThat(state(plain, "{\"soHoSo\":1,\"ten\":\"Mẫu\",\"khac\":\"x\"}", SENT))
                .isEqualTo(SHOWS_THIS);
    }

    @Test
    void anotherValue_orOneWeDidNotSend_isAnother() {
        assertThat(state(plain, "{\"soHoSo\":\"1\",\"ten\":\"Khác\"}", SENT)).isEqualTo(SHOWS_ANOTHER);
        assertThat(state(plain, "{\"soHoSo\":\"1\",\"ten\":\"Mẫu\",\"ma\":\"9\"}", SENT))
                .isEqualTo(SHOWS_ANOTHER);
    }

    @Test
    void partOfWhatWasSent_cannotTell_forAnOlderStateMayLookTheSame() {
        assertThat(state(plain, "{\"ten\":\"Mẫu\"}", SENT)).isEqualTo(CANNOT_TELL);
        assertThat(state(plain, "{}", SENT)).isEqualTo(CANNOT_TELL);
    }

    @Test
    void markDecidesAlone() {
        String sent = "{\"so\":\"1\",\"ten\":\"Mẫu\",\"ma\":\"m2\"}";
        assertThat(state(marked, "{\"ten\":\"MẪU\",\"ma\":\"m2\"}", sent)).isEqualTo(SHOWS_THIS);
        assertThat(state(marked, "{\"soHoSo\":\"1\",\"ten\":\"Mẫu\",\"ma\":\"m1\"}", sent))
                .isEqualTo(SHOWS_ANOTHER);
        assertThat(state(marked, "{\"soHoSo\":\"1\",\"ten\":\"Mẫu\"}", sent)).isEqualTo(CANNOT_TELL);
    }

    @Test
    void step_isLookedForAmongAllThatAreShown() {
        String sent = "{\"so\":\"1\",\"ma\":\"m2\"}";
        assertThat(step(marked, "{\"buoc\":[{\"ma\":\"m1\"},{\"ma\":\"m2\"}]}", sent))
                .isEqualTo(SHOWS_THIS);
        assertThat(step(marked, "{\"buoc\":[{\"ma\":\"m1\"}]}", sent)).isEqualTo(SHOWS_ANOTHER);
        assertThat(step(marked, "{\"buoc\":[]}", sent)).isEqualTo(SHOWS_ANOTHER);
        assertThat(step(marked, "{\"buoc\":[{\"ma\":\"m1\"},{\"so\":\"1\"}]}", sent))
                .isEqualTo(CANNOT_TELL);
        assertThat(step(marked, "{}", sent)).isEqualTo(CANNOT_TELL);
    }

    @Test
    void stepShownWithWhatItDidNotTell_cannotTell_forSendingItAgainMayDoubleIt() {
        assertThat(step(plain, "{\"buoc\":[{\"soHoSo\":\"1\",\"ten\":\"Mẫu\",\"ma\":\"0\"}]}", SENT))
                .isEqualTo(CANNOT_TELL);
        assertThat(step(plain, "{\"buoc\":[{\"soHoSo\":\"2\",\"ten\":\"Mẫu\",\"ma\":\"0\"}]}", SENT))
                .isEqualTo(SHOWS_ANOTHER);
    }

    private static FormComparison comparison(String mark) {
        return new FormComparison(
                FORM, new Question(new Service("TraCuu", Map.of()), "so", Map.of("so", "soHoSo"), mark));
    }

    private static Verdict state(FormComparison comparison, String shown, String sent) {
        return comparison.ofState(json(shown), json(sent));
    }

    private static Verdict step(FormComparison comparison, String shown, String sent) {
        return comparison.ofStep(json(shown), json(sent), "buoc");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
