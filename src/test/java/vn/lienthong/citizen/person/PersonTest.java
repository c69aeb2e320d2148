package vn.lienthong.citizen.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, names and birth dates as people write them. */
class PersonTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345678",
                "06609000001",
                "0660900000111",
                "06609000001a",
                "000000000000",
                "111111111",
                "000090000011",
                "٠٦٦٠٩٠٠٠٠٠١١"
            })
    void isNoNumber(String text) {
        assertThat(PersonalNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "066090000011, 1990-01-31, ",
        "066090000011, 1990, ",
        "066090000011, 1991-01-31, PERSONAL-ID-YEAR",
        "066090000011, 1890, PERSONAL-ID-CENTURY",
        "066304000028, 2004-02-01, ",
        "066104000028, 2004-02-01, PERSONAL-ID-CENTURY",
        "240000011, 1991, "
    })
    void contradictsTheBirthDate(String number, String born, String code) {
        assertThat(PersonalNumber.parse(number)
                        .orElseThrow()
                        .contradiction(BirthDate.parse(born, TODAY).orElseThrow()))
                .isEqualTo(java.util.Optional.ofNullable(code));
    }

    @Test
    void contradictsTheGender() {
        PersonalNumber male = PersonalNumber.parse("066090000011").orElseThrow();

        assertThat(male.contradictsGender(true)).isFalse();
        assertThat(male.contradictsGender(false)).isTrue();
        assertThat(PersonalNumber.parse("240000011").orElseThrow().contradictsGender(false))
                .isFalse();
        assertThat(male.toString()).doesNotContain("066");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-02-30", "2026-11-23", "2027", "1800", "31/01/1990", "90", "1990-1-31"})
    void isNoBirthDate(String text) {
        assertThat(BirthDate.parse(text, TODAY)).isEmpty();
    }

    @Test
    void agreesByYear_whereOnlyTheYearIsKnown() {
        BirthDate year = BirthDate.parse("1955", TODAY).orElseThrow();
        BirthDate day = BirthDate.parse("1955-06-01", TODAY).orElseThrow();

        assertThat(year.agreesWith(day)).isTrue();
        assertThat(day.agreesWith(BirthDate.parse("1955-06-02", TODAY).orElseThrow()))
                .isFalse();
        assertThat(year.agreesWith(BirthDate.parse("1956", TODAY).orElseThrow()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Nguyễn Văn Mẫu, NGUYENVANMAU", "'  đỗ   thị  ươm ', DOTHIUOM", "H’Mẫu Êban, H'MAUEBAN"})
    void writesNamesAsTheRegisterWants(String name, String form) {
        assertThat(PersonName.registerForm(name)).isEqualTo(form);
    }

    @Test
    void comparesNamesWithTheirAccents() {
        assertThat(PersonName.same("NGUYỄN VĂN MẪU", "Nguyê\u0303n  Văn Mẫu")).isTrue();
        assertThat(PersonName.same("Nguyen Van Mau", "Nguyễn Văn Mẫu")).isFalse();
        assertThat(PersonName.sameButForAccents("Nguyen Van Mau", "Nguyễn Văn Mẫu"))
                .isTrue();
        assertThat(PersonName.sameButForAccents("Trần Văn Mẫu", "Nguyễn Văn Mẫu"))
                .isFalse();
    }

    @Property
    void agreesWithEveryBirthOfItsYear(@ForAll @IntRange(min = 1900, max = 2025) int year, @ForAll boolean male) {
        int gender = 2 * ((year - 1900) / 100) + (male ? 0 : 1);
        PersonalNumber number = PersonalNumber.parse("066%d%02d123456".formatted(gender, year % 100))
                .orElseThrow();

        assertThat(number.contradiction(new BirthDate(year, null))).isEmpty();
        assertThat(number.contradiction(new BirthDate(year + 1, null))).isPresent();
        assertThat(number.contradictsGender(male)).isFalse();
    }
}
