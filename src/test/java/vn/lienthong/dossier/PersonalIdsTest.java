package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalIdsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "066090000011",
                "001200000001",
                "096325999999",
                "240123456",
                " 066090000011 ",
                "000000000100",
                "000000100",
                "B1234567",
                "000000001A",
                "١٢٣"
            })
    void believes(String id) {
        assertThat(PersonalIds.plausible(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000001",
                "000000099",
                "000000000001",
                "000000000099",
                "123456789",
                "123456789012",
                "012345678",
                "012345678901",
                "06609000001",
                "0660900000111",
                "12345678",
                "1234567890",
                "1",
                "12"
            })
    void doubts(String id) {
        assertThat(PersonalIds.plausible(id)).isFalse();
    }

    @Property
    void doubtsOneDigitRepeated(@ForAll @IntRange(max = 9) int digit, @ForAll @IntRange(min = 1, max = 30) int length) {
        assertThat(PersonalIds.plausible(Integer.toString(digit).repeat(length)))
                .isFalse();
    }

    @Property
    void doubtsDigits_thatAreNeitherTwelveNorNine(
            @ForAll @NumericChars @StringLength(min = 1, max = 30) String digits) {
        Assume.that(digits.length() != 12 && digits.length() != 9);
        assertThat(PersonalIds.plausible(digits)).isFalse();
    }

    @Property
    void believesWhateverFollowsTheCodeOfAProvince(@ForAll("provinces") String province, @ForAll("rest") String rest) {
        Assume.that(!(province + rest).equals("012345678901"));
        assertThat(PersonalIds.plausible(province + rest)).isTrue();
    }

    @Property
    void leavesForeignPapersAlone(@ForAll @StringLength(max = 20) String text, @ForAll("letters") char letter) {
        assertThat(PersonalIds.plausible(text + letter)).isTrue();
    }

    @Provide
    Arbitrary<String> provinces() {
        return Arbitraries.integers().between(1, 96).map("%03d"::formatted);
    }

    @Provide
    Arbitrary<String> rest() {
        return Arbitraries.strings().numeric().ofLength(9);
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.chars().range('A', 'Z').range('a', 'z');
    }
}
