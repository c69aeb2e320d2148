package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierNumberTest {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "000.00.01.H26-260930-0012,    000.00.01.H26,    2026-09-30, 0012",
        "00.00.01.H26-260930-0012,     00.00.01.H26,     2026-09-30, 0012",
        "H15.102.03-261121-0007,       H15.102.03,       2026-11-21, 0007",
        "H15-261121-0007,              H15,              2026-11-21, 0007",
        "G06.01-260125-060007,         G06.01,           2026-01-25, 060007",
        "H15.102.03-261121-0612345678, H15.102.03,       2026-11-21, 0612345678",
        "Y63.A.B.C.D.E.F.G.H-261121-0001, Y63.A.B.C.D.E.F.G.H, 2026-11-21, 0001"
    })
    void readsTheThreeForms(String text, String agency, LocalDate received, String sequence) {
        assertThat(DossierNumber.parse(text)).contains(new DossierNumber(text, agency, received, sequence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H15",
                "H15.24133-261121",
                "H15.24133-261121-007",
                "H15.24133-261121-",
                "H15.24133-26112-0007",
                "H15.24133-2611211-0007",
                "H15.24133--261121-0007",
                "h15.24133-261121-0007",
                "Z15.24133-261121-0007",
                "H5.24133-261121-0007",
                "H155-261121-0007",
                "H15.-261121-0007",
                "H15..1-261121-0007",
                "H15.a1-261121-0007",
                "H15.Đ1-261121-0007",
                "15.24133-261121-0007",
                "000.00.H26-260930-0012",
                "0000.00.01.H26-260930-0012",
                "000.00.01.Z26-260930-0012",
                "000.00.01.H26.01-260930-0012",
                "H15.24133-261121-000A",
                "H15.24133-261121-٠٠٠٧",
                " H15.24133-261121-0007",
                "H15.24133-261121-0007 ",
                "H15.24133-261121-0007\n",
                "H15.24133-261121-0007/..",
                "03706/2026/07906"
            })
    void readsNothingElse(String text) {
        assertThat(DossierNumber.parse(text)).isEmpty();
    }

    @Test
    void readsNothing_whereThereIsNone() {
        assertThat(DossierNumber.parse(null)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is a day: {1}")
    @CsvSource({
        "260228, true", "260229, false", "240229, true", "000229, true", "000101, true", "991231, true",
        "260430, true", "260431, false", "261231, true", "261301, false", "260001, false", "260100, false"
    })
    void asksTheCalendar(String day, boolean real) {
        assertThat(DossierNumber.parse("H15.24133-" + day + "-0007").isPresent())
                .isEqualTo(real);
    }

    @ParameterizedTest(name = "an agency of {0} characters: {1}")
    @CsvSource({"35, true", "36, false"})
    void readsAnAgencyUpTo35Characters(int length, boolean read) {
        String agency = "H15." + "1".repeat(length - 4);

        assertThat(DossierNumber.parse(agency + "-261121-0007").isPresent()).isEqualTo(read);
    }

    @Property
    void givesBackEveryPart(
            @ForAll("agencies") String agency, @ForAll("days") LocalDate day, @ForAll("sequences") String sequence) {
        String text = agency + "-" + DAY.format(day) + "-" + sequence;

        assertThat(DossierNumber.parse(text)).contains(new DossierNumber(text, agency, day, sequence));
    }

    @Property
    void neverReadsMoreThanWasWritten(@ForAll("nearly") String text) {
        DossierNumber.parse(text)
                .ifPresent(number -> assertThat(
                                number.agency() + "-" + DAY.format(number.received()) + "-" + number.sequence())
                        .isEqualTo(text));
    }

    @Provide
    Arbitrary<String> agencies() {
        Arbitrary<String> root = Combinators.combine(
                        Arbitraries.chars().range('A', 'Y'),
                        Arbitraries.strings().numeric().ofLength(2))
                .as((letter, digits) -> letter + digits);
        Arbitrary<String> groups = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(7)
                .list()
                .ofMaxSize(4)
                .map(list -> list.isEmpty() ? "" : "." + String.join(".", list));
        Arbitrary<String> before =
                Arbitraries.strings().numeric().ofMinLength(2).ofMaxLength(3);
        return Arbitraries.oneOf(
                Combinators.combine(root, groups).as((code, below) -> code + below),
                Combinators.combine(before, before, before, root)
                        .as((one, two, three, code) -> String.join(".", one, two, three, code)));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        0,
                        LocalDate.of(2000, 1, 1).until(LocalDate.of(2099, 12, 31), java.time.temporal.ChronoUnit.DAYS))
                .map(LocalDate.of(2000, 1, 1)::plusDays);
    }

    @Provide
    Arbitrary<String> sequences() {
        return Arbitraries.strings().numeric().ofMinLength(4).ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> nearly() {
        return Arbitraries.strings()
                .withChars("HGZ015.-A \n")
                .ofMinLength(8)
                .ofMaxLength(24)
                .map(text -> "H15" + text + "-240229-0001");
    }
}
