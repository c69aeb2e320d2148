package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.STATE;
import static vn.lienthong.delivery.DeliveryWorld.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.partner.TestPartners;

/** Which of many go first. */
class FairShareTest {
    private static final DeliveryWorld WORLD =
            DeliveryWorld.fresh(TestPartners.of("portal.settle=2s", "portal.retry-first=1h", "portal.retry-most=1h"));
    private static final String BIG = "H15.24133";
    private static final String SMALL = "H15.02";

    @AfterEach
    void clear() {
        WORLD.clear();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void letsAnAgencysFirstGoAtOnce_whileAnotherHasFiveThousand() {
        backlog(BIG, 5000);
        long waiting = state(SMALL, 9000, null);
        assertThat(WORLD.claimedIds(STATE)).hasSize(50).contains(waiting);
    }

    @Test
    void letsAnAgencysFirstGoAtOnce_whileAnotherHasAHundredThousand() {
        laidIn(BIG, 100_000);
        long waiting = state(SMALL, 9000, null);
        assertThat(WORLD.claimedIds(STATE)).hasSize(50).contains(waiting);
    }

    @Test
    void sharesEqually_whileAllHaveWork() {
        backlog("H15.1", 300);
        backlog("H15.2", 300);
        backlog("H15.3", 300);
        List<String> agencies = WORLD.claim(STATE).stream()
                .flatMap(batch -> batch.items().stream())
                .map(ClaimedDelivery::agency)
                .toList();
        for (String agency : List.of("H15.1", "H15.2", "H15.3")) {
            assertThat(agencies).filteredOn(agency::equals).hasSizeBetween(16, 17);
        }
    }

    @Test
    void leavesNothingIdle_whileOnlyOneHasWorkThatMayGo() {
        backlog(BIG, 500);
        for (int i = 0; i < 120; i++) {
            state("H15." + (1000 + i), 20_000 + i, null);
        }
        // the others pause for an hour after a fault
        WORLD.jdbc().update("update delivery set due_at = due_at + interval '1 hour' where agency <> ?", BIG);
        assertThat(WORLD.claimedIds(STATE)).hasSize(50);
    }

    @Test
    void letsTheMoreUrgentGoFirst_withinAnAgency() {
        Instant now = Instant.parse("2026-11-21T08:00:00Z");
        long calm = state(BIG, 1, now.plus(Duration.ofDays(30)));
        long whenever = state(BIG, 2, null);
        long late = state(BIG, 3, now.minus(Duration.ofDays(1)));
        long soon = state(BIG, 4, now.plus(Duration.ofHours(1)));
        List<Long> order = new ArrayList<>();
        IntStream.range(0, 4)
                .forEach(turn -> order.addAll(DeliveryWorld.ids(WORLD.engine()
                        .claim(DeliveryWorld.PORTAL, STATE, 1, false)
                        .batches())));
        assertThat(order).containsExactly(late, soon, calm, whenever);
    }

    @Test
    void doesNotStarveOthers_whenAnAgencysBacklogKeepsFailing() {
        backlog(BIG, 200);
        for (int i = 0; i < 4; i++) {
            WORLD.send(STATE, new NotSent(Reason.PARTNER_UNREACHABLE, null));
        }
        long waiting = state(SMALL, 9000, null);
        assertThat(WORLD.claimedIds(STATE)).containsExactly(waiting);
    }

    private static void backlog(String agency, int size) {
        WORLD.enqueue(IntStream.range(0, size)
                .mapToObj(i -> request(STATE, agency + "-261121-" + (1000 + i), 1, "ACCEPTED", agency, null))
                .toArray(DeliveryRequest[]::new));
    }

    /** A backlog past the intake, which would take its time. */
    private static void laidIn(String agency, int size) {
        WORLD.jdbc()
                .update(
                        "insert into delivery (partner, kind, dossier_number, event_id, version, full_state, status,"
                                + " agency, unit_code, due_at, head) select 'portal', 'dossier', ? || '-261121-' || n,"
                                + " gen_random_uuid(), 1, true, 'ACCEPTED', ?, ?, clock_timestamp(), true"
                                + " from generate_series(100001, 100000 + ?) n",
                        agency,
                        agency,
                        agency,
                        size);
    }

    private static long state(String agency, int number, Instant due) {
        return WORLD.enqueue(request(STATE, agency + "-261121-" + number, 1, "ACCEPTED", agency, due))
                .getFirst()
                .id();
    }
}
