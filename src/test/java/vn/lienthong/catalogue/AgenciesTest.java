package vn.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgenciesTest {
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    private final Agencies agencies = new Agencies(List.of(
            agency("H15", null, null),
            agency("H15.01", null, null),
            agency("H15.24133", null, null),
            agency("000.00.01.H15", BEFORE, "H15.01"),
            agency("000.24.15.H15", BEFORE, "000.00.24.H15"),
            agency("000.00.24.H15", BEFORE, "H15.24133")));

    private static Agency agency(String code, @Nullable LocalDate to, @Nullable String successor) {
        return new Agency(code, "Cơ quan " + code, Agency.Level.COMMUNE, LocalDate.of(2018, 1, 1), to, successor);
    }

    @Test
    void finds_theBearerOfACode_onlyWhileItHolds() {
        assertThat(agencies.find("000.00.01.H15", BEFORE)).isPresent();
        assertThat(agencies.find("000.00.01.H15", AFTER)).isEmpty();
        assertThat(agencies.find("H15.24133", AFTER)).isPresent();
        assertThat(agencies.find("H16", AFTER)).isEmpty();
    }

    @Test
    void resolves_aClosedCode_toWhoeverTookOverLast() {
        assertThat(agencies.resolve("000.24.15.H15", AFTER)).map(Agency::code).contains("H15.24133");
        assertThat(agencies.resolve("000.24.15.H15", BEFORE)).map(Agency::code).contains("000.24.15.H15");
        assertThat(agencies.resolve("H99.99", AFTER)).isEmpty();
        assertThat(agencies.currentCode("000.24.15.H15")).isEqualTo("H15.24133");
        assertThat(agencies.currentCode("unknown")).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "H15, H15",
        "H15.24133, H15.24133 H15",
        "H15.02.05, H15.02.05 H15.02 H15",
        "000.24.15.H15, H15.24133 H15",
        "000.00.99.H15, 000.00.99.H15",
        "'', ''",
        ".x, .x"
    })
    void climbs_fromACodeToAllAboveIt(String code, String chain) {
        assertThat(agencies.selfAndAbove(code)).containsExactly(chain.split(" "));
    }

    @Test
    void names_anAgencyByItsLatestName_andTheUnknownByItsCode() {
        assertThat(agencies.name("000.00.01.H15")).isEqualTo("Cơ quan 000.00.01.H15");
        assertThat(agencies.name("H77")).isEqualTo("H77");
    }

    @Test
    void lists_whatHoldsOnTheDay_byCode() {
        assertThat(agencies.all(AFTER)).extracting(Agency::code).containsExactly("H15", "H15.01", "H15.24133");
    }

    @ParameterizedTest
    @CsvSource({
        "H15, H15, true",
        "H15, H15.24133, true",
        "H15, H15.24133.07, true",
        "H15.24133, H15.24133.07, true",
        "H15.24133, H15, false",
        "H15.0, H15.01, false",
        "H15.01, H15.24133, false",
        "H1, H15, false",
        "H15, H150.01, false",
        "H15.01, 000.00.01.H15, true",
        "H15, 000.24.15.H15, true",
        "000.24.15.H15, H15.24133, true",
        "000.24.15.H15, H15.24133.07, true",
        "000, 000.00.77.H15, false",
        "000.00, 000.00.01.H15, false",
        "H15, 000.00.77.H15, false",
        "'', H15, false",
        "H15, '', false",
    })
    void knows_whoStandsBelowWhom(String ancestor, String code, boolean below) {
        assertThat(agencies.isSelfOrBelow(ancestor, code)).isEqualTo(below);
    }

    @Test
    void refuses_aSuccessorThatIsUnknown_orAChainThatNeverEnds() {
        assertThatThrownBy(() -> new Agencies(List.of(agency("H15.01", BEFORE, "H15.77"))))
                .hasMessageContaining("successor H15.77 is unknown");
        assertThatThrownBy(() ->
                        new Agencies(List.of(agency("H15.01", BEFORE, "H15.02"), agency("H15.02", BEFORE, "H15.01"))))
                .hasMessageContaining("circle");
    }

    @Property
    void ordersAnyTree(@ForAll("codes") String a, @ForAll("codes") String b, @ForAll("codes") String c) {
        assertThat(agencies.isSelfOrBelow(a, a)).isTrue();
        if (agencies.isSelfOrBelow(a, b) && agencies.isSelfOrBelow(b, a)) {
            assertThat(a).isEqualTo(b);
        }
        if (agencies.isSelfOrBelow(a, b) && agencies.isSelfOrBelow(b, c)) {
            assertThat(agencies.isSelfOrBelow(a, c)).isTrue();
        }
        assertThat(agencies.isSelfOrBelow(a, a + "." + b)).isTrue();
    }

    @Provide
    Arbitrary<String> codes() {
        Arbitrary<String> group =
                Arbitraries.strings().withChars("A1").ofMinLength(1).ofMaxLength(2);
        return group.list()
                .ofMinSize(0)
                .ofMaxSize(3)
                .map(groups -> String.join(".", groups))
                .map(rest -> rest.isEmpty() ? "H15" : "H15." + rest);
    }
}
