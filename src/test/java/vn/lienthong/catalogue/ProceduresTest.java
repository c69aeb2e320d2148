package vn.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProceduresTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static Procedure version(String code, String name, LocalDate from, @Nullable LocalDate to) {
        return new Procedure(
                code,
                name,
                new Procedure.Sector("G15-HT01", "Hộ tịch"),
                Set.of(Procedure.Level.COMMUNE),
                List.of(),
                null,
                null,
                new Procedure.Processing(1, Procedure.TimeUnit.SAME_DAY, null, null, "Trong ngày"),
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                from,
                to);
    }

    @Test
    void finds_theVersionOfTheDay() {
        Procedures procedures = new Procedures(List.of(
                version("1.001193", "mới", START.plusDays(10), null),
                version("1.001193", "cũ", START, START.plusDays(9))));
        assertThat(procedures.find("1.001193", START.minusDays(1))).isEmpty();
        assertThat(procedures.find("1.001193", START.plusDays(9)))
                .map(Procedure::name)
                .contains("cũ");
        assertThat(procedures.find("1.001193", START.plusDays(10)))
                .map(Procedure::name)
                .contains("mới");
        assertThat(procedures.all(START)).hasSize(1);
    }

    @Test
    void finds_aCodeWithALegacySuffix() {
        Procedures procedures = new Procedures(List.of(version("3.000181", "mẫu", START, null)));
        assertThat(procedures.find("3.000181.000.00.00.H22", START)).isPresent();
        assertThat(procedures.find("3.0001811", START)).isEmpty();
        assertThat(procedures.find("3.00018", START)).isEmpty();
    }

    @Test
    void refuses_twoVersionsOfOneDay_andAnEndBeforeTheStart() {
        assertThatThrownBy(() -> new Procedures(List.of(
                        version("1.001193", "a", START, null), version("1.001193", "b", START.plusDays(5), null))))
                .isInstanceOf(InvalidEntry.class)
                .hasMessageContaining("1.001193: two versions hold on 2026-01-06");
        assertThatThrownBy(() -> new Procedures(List.of(version("1.001193", "a", START, START.minusDays(1)))))
                .isInstanceOf(InvalidEntry.class);
    }

    @Property
    void coversEveryDay_whereVersionsFollowOneAnother(
            @ForAll @IntRange(min = 1, max = 30) int firstLength, @ForAll @IntRange(min = 0, max = 60) int day) {
        LocalDate change = START.plusDays(firstLength);
        Procedures procedures = new Procedures(List.of(
                version("1.001193", "cũ", START, change.minusDays(1)), version("1.001193", "mới", change, null)));
        assertThat(procedures.find("1.001193", START.plusDays(day)))
                .map(Procedure::name)
                .contains(day < firstLength ? "cũ" : "mới");
    }
}
