package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.dossier.RehomingWorld.NEW;
import static vn.lienthong.dossier.Tellings.content;
import static vn.lienthong.dossier.Tellings.state;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import vn.lienthong.dossier.DossierCommand.NoteRehomed;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.workitem.WorkItem;

/** Many dossiers go over in batches: each once, whatever stops a node, however many nodes there are. */
class RehomingPassTest {
    private static final int MANY = 450;

    private final TestDatabase database = TestDatabase.fresh();
    private final RehomingWorld one = new RehomingWorld(database);
    private final RehomingWorld other = new RehomingWorld(database);
    private final List<String> numbers =
            Stream.generate(MadeUp::number).limit(MANY).toList();

    @BeforeEach
    void tellThem() {
        for (int from = 0; from < MANY; from += 150) {
            one.node.apply(numbers.subList(from, from + 150).stream()
                    .map(number -> state(number, 1L, content(DossierStatus.IN_PROGRESS)))
                    .toArray(DossierCommand[]::new));
        }
        one.node.clock.advance(RehomingWorld.TEN_DAYS);
        other.node.clock.advance(RehomingWorld.TEN_DAYS);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void takesEachOverOnce_whenTwoNodesWorkAtOnce() {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(one.pass::look), CompletableFuture.runAsync(other.pass::look))
                .join();
        one.pass.look();

        assertWhole();
    }

    @Test
    void goesOnWhereItStopped_andDoesNothingTwice_whenTheNodeDies() {
        AtomicInteger batches = new AtomicInteger();
        one.node.listen(new DossierListener() {
            @Override
            public void told(List<TellState> states) {}

            @Override
            public void rehomed(List<NoteRehomed> rehomings) {
                if (batches.incrementAndGet() == 2) {
                    throw new TransientDataAccessResourceException("the node dies in its second batch");
                }
            }
        });
        one.pass.look();
        assertThat(there()).isEqualTo(200);

        other.pass.look();

        assertWhole();
    }

    @Test
    void leavesOneBehind_andTellsAPerson_whenItCannotGo() {
        String broken = numbers.get(10);
        one.node.jdbc.update("update dossier_event set content = decode('00', 'hex') where dossier_number = ?", broken);

        one.pass.look();

        assertThat(there()).isEqualTo(MANY - 1);
        assertThat(one.node.workItems(broken)).extracting(WorkItem::code).containsExactly("DOSSIER-REHOME-FAILED");
    }

    @Test
    void comesAgain_forWhatANodeToldThatDidNotKnowYet() {
        one.pass.look();
        String late = MadeUp.number();
        try (DossierWorld unaware = new DossierWorld(database)) {
            unaware.apply(state(late, 1L, content(DossierStatus.ACCEPTED)));
        }
        one.pass.look();
        assertThat(one.record(late).version()).isEqualTo(1);

        one.node.clock.advance(Duration.ofMinutes(16));
        one.pass.look();

        assertThat(one.record(late).intakeAgency()).isEqualTo(NEW);
        assertThat(there()).isEqualTo(MANY + 1);
    }

    @Test
    void undoesAllOfIt_whenTheTransactionDoesNotCommit() {
        assertThatThrownBy(() -> one.node.transaction.executeWithoutResult(status -> {
                    one.node.register.goHome(numbers.subList(0, 5));
                    throw new IllegalStateException("crash before the commit");
                }))
                .hasMessageContaining("crash");
        assertThat(there()).isZero();
        assertThat(one.node.register.history(numbers.getFirst())).hasSize(1);
    }

    private void assertWhole() {
        assertThat(there()).isEqualTo(MANY);
        assertThat(IntStream.range(0, 5).mapToObj(place -> numbers.get(place * 100)))
                .allSatisfy(number -> assertThat(one.node.register.history(number))
                        .extracting(DossierEvent::version)
                        .containsExactly(1, 2));
        assertThat(count("select count(*) from dossier_event where kind = 'REHOME' and dossier_number in"
                        + " (select number from dossier where version > 2)"))
                .isZero();
        assertThat(count("select count(*) from delivery where version = 2 and state = 'READY'"))
                .isGreaterThanOrEqualTo(MANY);
    }

    private int there() {
        return count("select count(*) from dossier where version = 2 and intake_agency = '" + NEW + "'");
    }

    private int count(String sql) {
        Integer count = one.node.jdbc.queryForObject(sql, Integer.class);
        return count == null ? 0 : count;
    }
}
