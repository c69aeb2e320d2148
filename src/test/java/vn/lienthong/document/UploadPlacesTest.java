package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.ProblemException;

class UploadPlacesTest {
    private final UploadPlaces places = new UploadPlaces(4);

    @Test
    void oneSenderTakesHalf_andLeavesTheRestToOthers() {
        places.enter("H15.24133");
        places.enter("H15.24133");

        assertBusy("H15.24133");
        assertThatCode(() -> places.enter("H15.02")).doesNotThrowAnyException();
    }

    @Test
    void refusesEverybody_whenAllAreTaken_untilOneIsGivenBack() {
        for (String sender : new String[] {"a", "b", "c", "d"}) {
            places.enter(sender);
        }
        assertBusy("e");

        places.leave("b");

        assertThatCode(() -> places.enter("e")).doesNotThrowAnyException();
        assertBusy("b");
    }

    @Test
    void whoGaveBackAll_mayTakeHalfAgain() {
        for (int round = 0; round < 3; round++) {
            places.enter("a");
            places.enter("a");
            assertBusy("a");
            places.leave("a");
            places.leave("a");
        }
    }

    @Test
    void aSinglePlace_isForWhoeverComesFirst() {
        UploadPlaces one = new UploadPlaces(1);
        one.enter("a");

        assertThatThrownBy(() -> one.enter("b")).isInstanceOf(ProblemException.class);
    }

    private void assertBusy(String sender) {
        assertThatThrownBy(() -> places.enter(sender))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> org.assertj.core.api.Assertions.assertThat(
                                        refused.problem().code())
                                .isEqualTo("GATEWAY-BUSY"));
    }
}
