package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.STATE;
import static vn.lienthong.delivery.DeliveryWorld.STEP;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.NotThere;
import vn.lienthong.partner.Partners;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.TestDatabase;

/** Two nodes on one database: who may work on what, and what becomes of the work of one that is gone. */
class LeaseTest {
    /** The server's list of locks tells those of other databases too. */
    private static final String OURS = "database = (select oid from pg_database where datname = current_database())";

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Partners PARTNERS = TestPartners.of("portal.settle=2s");
    private static final DeliveryWorld HERE = new DeliveryWorld(DATABASE, PARTNERS);
    private static final DeliveryWorld THERE = new DeliveryWorld(DATABASE, PARTNERS);
    private static final String DOSSIER = "H15.24133-261121-0001";

    @AfterEach
    void clear() {
        THERE.clock.reset();
        HERE.clear();
    }

    @AfterAll
    static void close() {
        HERE.close();
        THERE.close();
    }

    @Test
    void givesADeliveryToOneNodeOnly() {
        HERE.state(DOSSIER, 1);
        assertThat(HERE.claim(STATE)).hasSize(1);
        assertThat(THERE.claim(STATE)).isEmpty();
    }

    @Test
    void leavesALivingNodesWorkAlone() {
        long id = HERE.state(DOSSIER, 1);
        THERE.claim(STATE);
        HERE.get(Takeover.class).sweep();
        assertThat(HERE.stateOf(id)).isEqualTo(DeliveryState.SENDING);
    }

    @Test
    void putsInDoubtWhatADeadNodeWasSending() {
        long id = HERE.state(DOSSIER, 1);
        DeliveryWorld doomed = new DeliveryWorld(DATABASE, PARTNERS);
        doomed.claim(STATE);
        doomed.close(); // its connections go, and with them its lock; its lease would hold for another minute
        HERE.get(Takeover.class).sweep();
        Delivery left = HERE.delivery(id);
        assertThat(left.state()).isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(left.reason()).isEqualTo("INTERRUPTED");
        assertThat(left.maybeSent()).isTrue();
    }

    @Test
    void takesOverTheQuestionsOfADeadNode() {
        long id = HERE.state(DOSSIER, 1);
        DeliveryWorld doomed = new DeliveryWorld(DATABASE, PARTNERS);
        doomed.claim(STATE);
        expire(id);
        HERE.get(Takeover.class).sweep();
        doomed.clock.advance(Duration.ofSeconds(3));
        assertThat(doomed.claimDoubtful(STATE)).hasSize(1);
        doomed.close();
        HERE.clock.advance(Duration.ofSeconds(3));
        assertThat(HERE.claimDoubtful(STATE)).as("the dead node's lease").isEmpty();
        HERE.get(Takeover.class).sweep();
        assertThat(HERE.claimDoubtful(STATE)).hasSize(1);
    }

    @Test
    void putsInDoubtWhatOutlivedItsLease_thoughItsNodeLives() {
        long id = HERE.state(DOSSIER, 1);
        THERE.claim(STATE);
        expire(id);
        HERE.get(Takeover.class).sweep();
        assertThat(HERE.stateOf(id)).isEqualTo(DeliveryState.UNCERTAIN);
    }

    @Test
    void putsItsOwnOverdueWorkInDoubt() {
        long id = HERE.state(DOSSIER, 1);
        HERE.claim(STATE);
        expire(id);
        HERE.get(Takeover.class).sweep();
        assertThat(HERE.stateOf(id)).isEqualTo(DeliveryState.UNCERTAIN);
    }

    @Test
    void asksAboutADeadNodesWork_onlyAfterTheSettleTime() {
        long id = HERE.state(DOSSIER, 1);
        THERE.claim(STATE);
        expire(id);
        HERE.get(Takeover.class).sweep();
        assertThat(HERE.claimDoubtful(STATE)).isEmpty();
        HERE.clock.advance(Duration.ofSeconds(3));
        assertThat(HERE.claimDoubtful(STATE)).hasSize(1);
    }

    @Test
    void dropsTheOutcomeOfANodeThatWasOvertaken() {
        long id = HERE.state(DOSSIER, 1);
        List<DeliveryBatch> late = THERE.claim(STATE);
        expire(id);
        HERE.get(Takeover.class).sweep();
        late.getFirst().noteRest(new Confirmed());
        THERE.engine().record(late.getFirst(), false, null);
        assertThat(HERE.stateOf(id)).isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(HERE.get(Deliveries.class).attempts(List.of(id))).isEmpty();
        assertThat(count("delivery_holding")).isZero();
    }

    @Test
    void dropsTheOutcomeOfAnOldLease_whileTheSuccessorIsSending() {
        long id = HERE.state(DOSSIER, 1);
        List<DeliveryBatch> late = THERE.claim(STATE);
        expire(id);
        HERE.get(Takeover.class).sweep();
        HERE.clock.advance(Duration.ofSeconds(3));
        HERE.ask(STATE, new NotThere());
        List<DeliveryBatch> again = HERE.claim(STATE);
        late.getFirst().noteRest(new Confirmed());
        THERE.engine().record(late.getFirst(), false, null);
        assertThat(HERE.stateOf(id)).isEqualTo(DeliveryState.SENDING);
        again.getFirst().noteRest(new Confirmed());
        HERE.engine().record(again.getFirst(), false, null);
        assertThat(HERE.stateOf(id)).isEqualTo(DeliveryState.CONFIRMED);
    }

    @Test
    void leavesNoTrace_whenGivenBack() {
        long id = HERE.state(DOSSIER, 1);
        DeliveryBatch batch = HERE.claim(STATE).getFirst();
        assertThat(HERE.delivery(id).attempts()).isOne();
        HERE.engine().giveBack(batch, Duration.ZERO);
        assertThat(HERE.stateOf(id)).isEqualTo(DeliveryState.READY);
        assertThat(HERE.delivery(id).attempts()).isZero();
        assertThat(THERE.claim(STATE)).hasSize(1);
    }

    @Test
    void staysInDoubt_whenAQuestionIsGivenBack() {
        long id = HERE.state(DOSSIER, 1);
        HERE.claim(STATE);
        expire(id);
        HERE.get(Takeover.class).sweep();
        HERE.clock.advance(Duration.ofSeconds(3));
        HERE.engine().giveBack(HERE.claimDoubtful(STATE).getFirst(), Duration.ZERO);
        assertThat(HERE.stateOf(id)).isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(HERE.claimDoubtful(STATE)).hasSize(1);
    }

    @Test
    void cannotGiveBackWhatIsASuccessors() {
        long id = HERE.state(DOSSIER, 1);
        DeliveryBatch late = THERE.claim(STATE).getFirst();
        expire(id);
        HERE.get(Takeover.class).sweep();
        THERE.engine().giveBack(late, Duration.ZERO);
        assertThat(HERE.stateOf(id)).isEqualTo(DeliveryState.UNCERTAIN);
    }

    @Test
    void endsOnTheSendersClockBeforeTheDatabases() {
        long id = HERE.state(DOSSIER, 1);
        DeliveryBatch batch = HERE.claim(STATE).getFirst();
        long left = HERE.jdbc()
                .queryForObject(
                        "select extract(milliseconds from lease_until - clock_timestamp())::bigint"
                                + " + 60000 * extract(minutes from lease_until - clock_timestamp())::bigint"
                                + " from delivery where id = ?",
                        Long.class,
                        id);
        assertThat(batch.lease().remaining()).isLessThan(Duration.ofMillis(left));
        assertThat(batch.markLeaving()).isTrue();
    }

    @Test
    void takesItsLockAgain_afterTheConnectionBroke() {
        int id = HERE.get(Node.class).id();
        HERE.jdbc()
                .query(
                        "select pg_terminate_backend(pid) from pg_locks where " + OURS
                                + " and locktype = 'advisory' and classid = ? and objid = ?",
                        row -> {},
                        Node.LOCK_SPACE,
                        id);
        org.awaitility.Awaitility.await().until(() -> {
            HERE.get(Node.class).keepHolding();
            return count("pg_locks where " + OURS + " and locktype = 'advisory' and classid = " + Node.LOCK_SPACE
                            + " and objid = " + id)
                    == 1;
        });
    }

    @Test
    void marksEveryTurn_whenALaneIsTakenOver() {
        HERE.state(DOSSIER, 1);
        HERE.send(STATE, new Confirmed());
        long step = HERE.step(DOSSIER, 2);
        HERE.state(DOSSIER, 3);
        THERE.claim(STEP);
        expire(step);
        HERE.get(Takeover.class).sweep();
        assertThat(HERE.claim(STATE)).isEmpty();
        assertThat(HERE.get(LaneRepository.class).repair()).isZero();
    }

    private static void expire(long id) {
        HERE.jdbc().update("update delivery set lease_until = clock_timestamp() - interval '1 ms' where id = ?", id);
    }

    private static int count(String from) {
        return HERE.jdbc().queryForObject("select count(*) from " + from, Integer.class);
    }
}
