package vn.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.testing.TestDatabase;

class DatabaseFindingsTest {
    private static final Set<String> PACKED = Set.of("010", "020");
    private static final Map<String, Boolean> APPLIED = Map.of("010", true, "020", true);

    @Test
    void findsARealDatabaseFit() throws Exception {
        SettableClock clock = new SettableClock();
        try (Connection connection = TestDatabase.fresh().dataSource().getConnection()) {
            DatabaseFacts facts = DatabaseFactsRepository.read(connection, clock);
            assertThat(facts.version()).isGreaterThan(150_000);
            assertThat(facts.connected()).isPositive();
            assertThat(facts.ahead().abs()).isLessThan(Duration.ofSeconds(2));
            assertThat(PackedMigrations.versions()).isEqualTo(facts.migrations().keySet());
        }
        try (Connection connection = TestDatabase.empty().dataSource().getConnection()) {
            assertThat(DatabaseFactsRepository.read(connection, clock).migrations())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,CLOCK-AGREES",
        "1900,0,CLOCK-AGREES",
        "-1900,0,CLOCK-AGREES",
        "5000,4000,CLOCK-AGREES",
        "2100,0,CLOCK-OFF",
        "-59000,0,CLOCK-OFF",
        "61000,0,CLOCK-WRONG",
        "-600000,0,CLOCK-WRONG"
    })
    void judgesTheClock_byWhatIsCertain(long ahead, long doubt, String code) {
        assertThat(codes(new DatabaseFacts(
                        Duration.ofMillis(ahead), Duration.ofMillis(doubt), 170_004, false, true, 97, 5, 20, APPLIED)))
                .contains(code);
    }

    @Test
    void namesWhatMakesADatabaseUnfit() {
        assertThat(codes(new DatabaseFacts(
                        Duration.ZERO, Duration.ZERO, 140_012, true, false, 97, 90, 20, Map.of("010", false))))
                .containsExactlyInAnyOrder(
                        "CLOCK-AGREES",
                        "DATABASE-REACHED",
                        "DATABASE-OLD",
                        "DATABASE-COPY",
                        "DATABASE-NOT-DURABLE",
                        "DATABASE-CONNECTIONS",
                        "DATABASE-MIGRATION-BROKEN",
                        "DATABASE-MIGRATION-WAITS");
    }

    @Test
    void noticesADatabaseOfANewerProgram() {
        assertThat(codes(new DatabaseFacts(
                        Duration.ZERO,
                        Duration.ZERO,
                        170_004,
                        false,
                        true,
                        97,
                        5,
                        20,
                        Map.of("010", true, "020", true, "030", true))))
                .containsExactly("CLOCK-AGREES", "DATABASE-REACHED", "DATABASE-NEWER");
    }

    private static List<String> codes(DatabaseFacts facts) {
        return DatabaseFindings.of(facts, PACKED, 20).stream()
                .map(Diagnosis::code)
                .toList();
    }
}
