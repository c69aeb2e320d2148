package vn.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.catalogue.BookWorld.agencies;
import static vn.lienthong.catalogue.BookWorld.procedure;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.catalogue.Procedure.Register;
import vn.lienthong.testing.TestDatabase;

/** What was told is compared, kept with its days, and read by every node. */
class CatalogueBookTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final BookWorld WORLD = new BookWorld(DATABASE);
    private static final String BIRTH = "1.001193";
    private static final String NEW = "1.777001";

    @BeforeEach
    void forget() {
        WORLD.clear();
    }

    @Test
    void letsAChangeHoldFromTomorrow_onEveryNode() {
        LocalDate today = WORLD.today();
        WORLD.take(procedure(BIRTH, "Khai sinh mới", "TP01"));
        assertThat(WORLD.nodes()).hasSizeGreaterThan(1).allSatisfy(node -> {
            assertThat(name(node, BIRTH, today)).isEqualTo("Đăng ký khai sinh");
            assertThat(name(node, BIRTH, today.plusDays(1))).isEqualTo("Khai sinh mới");
            assertThat(name(node, BIRTH, today.plusYears(5))).isEqualTo("Khai sinh mới");
        });
    }

    @Test
    void holdsForANodeThatStartsLater() {
        WORLD.take(procedure(BIRTH, "Khai sinh mới", "TP01"));
        assertThat(name(WORLD.node(), BIRTH, WORLD.today().plusDays(1))).isEqualTo("Khai sinh mới");
    }

    @Test
    void keepsWhatOnlyTheProvinceKnows() {
        WORLD.take(procedure(BIRTH, "Khai sinh mới", "TP01", "TP03", "TP09"));
        Procedure told =
                WORLD.now().procedures().find(BIRTH, WORLD.today().plusDays(1)).orElseThrow();
        assertThat(told.mayAsk(Register.POPULATION)).isTrue();
        assertThat(told.component("TP03").orElseThrow().notNeededWhenHeldBy()).isEqualTo(Register.POPULATION);
        assertThat(told.component("TP09").orElseThrow().notNeededWhenHeldBy()).isNull();
        assertThat(told.processing().nextDayAfter()).isEqualTo("15:00");
        assertThat(told.processing().unit()).isEqualTo(Procedure.TimeUnit.SAME_DAY);
    }

    @Test
    void knowsANewProcedureForDossiersOfAnyDay_andLetsNobodyAskARegisterForIt() {
        PullOutcome outcome = WORLD.take(procedure(NEW, "Thủ tục mới", "TP01"));
        assertThat(outcome).isEqualTo(new PullOutcome.Taken(3, 0, 0, List.of()));
        assertThat(WORLD.now().procedures().find(NEW, WORLD.today().minusYears(2)))
                .hasValueSatisfying(
                        found -> assertThat(found.mayAsk(Register.POPULATION)).isFalse());
    }

    @Test
    void endsToday_whatIsToldNoMore_andLeavesWhatWasNeverTold() {
        tell(20);
        WORLD.clock.advance(Duration.ofDays(1));
        LocalDate today = WORLD.today();
        assertThat(tell(19)).isEqualTo(new PullOutcome.Taken(0, 0, 1, List.of()));
        Procedures now = WORLD.now().procedures();
        assertThat(now.find("1.777020", today)).as("dossiers of today keep it").isPresent();
        assertThat(now.find("1.777020", today.plusDays(1))).isEmpty();
        assertThat(now.find(BIRTH, today.plusDays(1))).as("of the files alone").isPresent();
    }

    @Test
    void changesNothing_whenMoreVanishesThanIsBelievable() {
        tell(20);
        long before = WORLD.generation();
        assertThat(tell(17)).isInstanceOf(PullOutcome.Refused.class);
        assertThat(WORLD.generation()).isEqualTo(before);
        assertThat(WORLD.now().procedures().find("1.777020", WORLD.today().plusDays(1)))
                .isPresent();
    }

    @Test
    void writesNothing_whenTheSameIsToldAgain() {
        WORLD.take(procedure(BIRTH, "Khai sinh mới", "TP01"));
        long before = WORLD.generation();
        WORLD.clock.advance(Duration.ofDays(3));
        assertThat(WORLD.take(procedure(BIRTH, "Khai sinh mới", "TP01")))
                .isEqualTo(new PullOutcome.Taken(0, 0, 0, List.of()));
        assertThat(WORLD.generation()).isEqualTo(before);
    }

    @Test
    void keepsTheLastWordOfADay() {
        WORLD.take(procedure(BIRTH, "Một", "TP01"));
        WORLD.take(procedure(BIRTH, "Hai", "TP01"));
        WORLD.take(procedure(BIRTH, "Ba", "TP01"));
        assertThat(name(WORLD.now(), BIRTH, WORLD.today().plusDays(1))).isEqualTo("Ba");
        assertThat(WORLD.rows()).isEqualTo(3);
    }

    @Test
    void takesBackAChangeThatIsTakenBackOnItsDay() {
        WORLD.take(procedure(NEW, "Thủ tục", "TP01"));
        WORLD.take(procedure(NEW, "Nhầm", "TP01"));
        assertThat(name(WORLD.now(), NEW, WORLD.today().plusDays(1))).isEqualTo("Nhầm");
        WORLD.take(procedure(NEW, "Thủ tục", "TP01"));
        assertThat(name(WORLD.now(), NEW, WORLD.today().plusDays(1))).isEqualTo("Thủ tục");
        assertThat(WORLD.rows()).isEqualTo(3);
    }

    @Test
    void namesAnAgencyThatIsToldNoMore_andLetsItGoOn() {
        List<Agency> all = IntStream.rangeClosed(10, 29)
                .mapToObj(i -> BookWorld.agency("H15.771" + i, null))
                .toList();
        List<Procedure> one = List.of(procedure(BIRTH, "Khai sinh", "TP01"));
        WORLD.take(new ToldCatalogue(one, all));
        PullOutcome outcome = WORLD.take(new ToldCatalogue(one, all.subList(1, 20)));
        assertThat(outcome).isEqualTo(new PullOutcome.Taken(0, 0, 0, List.of("H15.77110")));
        assertThat(WORLD.now().agencies().resolve("H15.77110", WORLD.today().plusDays(9)))
                .isPresent();
    }

    @Test
    void keepsAnAgencyClosed_thatTheProvinceClosed_whateverIsTold() {
        WORLD.take(new ToldCatalogue(
                List.of(procedure(BIRTH, "Khai sinh", "TP01")), agencies("000.24.15.H15", "H15.24133")));
        assertThat(WORLD.now().agencies().currentCode("000.24.15.H15")).isEqualTo("H15.24133");
        assertThat(WORLD.now().agencies().find("000.24.15.H15", WORLD.today().plusDays(1)))
                .isEmpty();
    }

    @Test
    void takesNothingFromANodeWhoseTurnIsOver() {
        WORLD.pulls.askNow("test");
        UUID slow = WORLD.pulls.begin(false, Duration.ofMinutes(1)).orElseThrow();
        WORLD.clock.advance(Duration.ofMinutes(2));
        UUID other = WORLD.pulls.begin(false, Duration.ofMinutes(1)).orElseThrow();
        ToldCatalogue told = new ToldCatalogue(List.of(procedure(NEW, "Mới", "TP01")), agencies("H15"));
        assertThat(WORLD.book.take(slow, told, 0.1)).isInstanceOf(PullOutcome.Late.class);
        assertThat(WORLD.pulls.goOn(slow, Duration.ofMinutes(1))).isFalse();
        assertThat(WORLD.rows()).isZero();
        assertThat(WORLD.book.take(other, told, 0.1)).isInstanceOf(PullOutcome.Taken.class);
    }

    @Test
    void takesAllOrNothing_whenTheDatabaseRefusesARow() {
        WORLD.jdbc.execute("alter table catalogue_told add constraint fault check (code <> 'H15.24133')");
        try {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> WORLD.take(procedure(NEW, "Mới", "TP01"))))
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
            assertThat(WORLD.rows()).isZero();
        } finally {
            WORLD.jdbc.execute("alter table catalogue_told drop constraint fault");
        }
    }

    private static PullOutcome tell(int procedures) {
        return WORLD.take(IntStream.rangeClosed(1, procedures)
                .mapToObj(i -> procedure("1.777%03d".formatted(i), "Thủ tục " + i, "TP01"))
                .toArray(Procedure[]::new));
    }

    private static String name(Catalogue catalogue, String code, LocalDate on) {
        return catalogue.procedures().find(code, on).orElseThrow().name();
    }
}
