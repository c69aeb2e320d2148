package vn.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.catalogue.Succession.Heir;
import vn.lienthong.catalogue.Succession.How;
import vn.lienthong.catalogue.Succession.Kind;

/** Who sees what of whom, before and after the day on which an agency ends. */
class EndedAgenciesTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    private LocalDate today = DAY;
    private final Agencies agencies = new Agencies(
            List.of(
                    agency("H15"),
                    agency("H15.24121"),
                    agency("H15.24121.01"),
                    agency("H15.24133"),
                    agency("H15.24163"),
                    agency("H15.24169"),
                    agency("H15.31")),
            new Successions(List.of(
                    ends("H15.24121", How.MERGED, LocalDate.of(2027, 3, 31), "H15.24133"),
                    ends("H15.24163", How.SPLIT, null, "H15.24133", "H15.24169"),
                    ends("H15.31", How.RENAMED, null, "H15.24169"))),
            () -> today);

    private static Agency agency(String code) {
        return new Agency(code, "Cơ quan " + code, Agency.Level.COMMUNE, LocalDate.of(2018, 1, 1), null, null);
    }

    private static Succession ends(String from, How how, @Nullable LocalDate until, String... heirs) {
        return new Succession(
                Kind.AGENCY,
                from,
                how,
                DAY,
                until,
                List.of(heirs).stream().map(code -> new Heir(code, "", "")).toList(),
                "QĐ 1/2027");
    }

    @ParameterizedTest(name = "on the day {2}, before {3}: {1} below {0}")
    @CsvSource({
        "H15.24133, H15.24121, true, false", // the successor sees what the old agency left
        "H15.24121, H15.24133, false, false", // the old agency does not see all of the successor
        "H15.24121, H15.24121, true, true",
        "H15.24133, H15.24121.01, true, false", // what lay below lies below the successor
        "H15, H15.24121, true, true",
        "H15.31, H15.24169, true, false", // renamed: the same agency
        "H15.24169, H15.31, true, false",
        "H15.24133, H15.24163, false, false", // nobody's before a person chooses
        "H15.24163, H15.24163, true, true",
        "H15, H15.24163, true, true",
    })
    void knowsWhoSeesWhom(String ancestor, String code, boolean onTheDay, boolean before) {
        assertThat(agencies.isSelfOrBelow(ancestor, code)).isEqualTo(onTheDay);
        today = DAY.minusDays(1);
        assertThat(agencies.isSelfOrBelow(ancestor, code)).isEqualTo(before);
    }

    @Test
    void answersForASplitAgency_withItself_untilAPersonChooses() {
        assertThat(agencies.resolve("H15.24163", DAY)).map(Agency::code).contains("H15.24163");
        assertThat(agencies.currentCode("H15.24163")).isEqualTo("H15.24163");
        assertThat(agencies.find("H15.24163", DAY)).isEmpty();
    }

    @Test
    void closesTheDoorToItsSystems_afterTheLastDay() {
        today = LocalDate.of(2027, 3, 31);
        assertThat(agencies.closedToWriting("H15.24121")).isEmpty();
        today = LocalDate.of(2027, 4, 1);
        assertThat(agencies.closedToWriting("H15.24121")).isPresent();
        assertThat(agencies.closedToWriting("H15.31")).isEmpty();
    }

    @Test
    void names_whoTookOverFromWhom_onceItHolds() {
        assertThat(agencies.takenOver())
                .containsOnly(
                        java.util.Map.entry("H15.24121", "H15.24133"), java.util.Map.entry("H15.31", "H15.24169"));
        today = DAY.minusDays(1);
        assertThat(agencies.takenOver()).isEmpty();
    }

    @Test
    void climbs_pastWhatEnded() {
        assertThat(agencies.selfAndAbove("H15.24121.01")).containsExactly("H15.24121.01", "H15.24133", "H15");
        assertThat(agencies.selfAndAbove("H15.24121")).containsExactly("H15.24133", "H15");
    }
}
