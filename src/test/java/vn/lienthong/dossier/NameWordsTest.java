package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class NameWordsTest {
    @Test
    void foldsAccentsAndTheBarredD_inEitherFormOfTheText() {
        String name = "ĐẶNG  Thị-Thuỳ Đượm";

        assertThat(NameWords.of(name)).containsExactly("dang", "thi", "thuy", "duom");
        assertThat(NameWords.of(Normalizer.normalize(name, Normalizer.Form.NFD)))
                .isEqualTo(NameWords.of(name));
        assertThat(NameWords.of("dang thi thuy duom")).isEqualTo(NameWords.of(name));
    }

    @Test
    void leavesOut_whatHalfTheProvinceIsCalled() {
        assertThat(NameWords.telling(NameWords.of("Nguyễn Văn Mẫu"))).containsExactly("mau");
        assertThat(NameWords.telling(NameWords.of("Công ty TNHH MTV Cà phê Ê Đê")))
                .containsExactly("ca", "phe", "de");
        assertThat(NameWords.telling(NameWords.of("Trần Thị"))).isEmpty();
    }

    @Test
    void findsNoWords_whereThereAreNone() {
        assertThat(List.of("", "  ", "--", "\u0301"))
                .allSatisfy(text -> assertThat(NameWords.of(text)).isEmpty());
    }

    @Property(tries = 200)
    void comesToTheSame_howeverOftenItFolds(@ForAll @CharRange(from = 'A', to = 'ỹ') String name) {
        List<String> words = NameWords.of(name);

        assertThat(NameWords.of(String.join(" ", words))).isEqualTo(words);
    }
}
