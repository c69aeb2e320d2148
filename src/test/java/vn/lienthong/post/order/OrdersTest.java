package vn.lienthong.post.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.access.Caller;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.access.TestAccess;
import vn.lienthong.delivery.ClaimedDelivery;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.workitem.WorkItem;
import vn.lienthong.workitem.WorkItemFilter;

/** Parcel numbers of a pool, attempts, and calling off. */
class OrdersTest {
    private static final OrderWorld WORLD = new OrderWorld(
            TestDatabase.fresh(),
            Map.of("form", "LGSP", "order-path", "/lgsp/order", "waybills", "true", "low-stock", "3"));
    private static final Caller LEAD = TestAccess.operator(OperatorRole.LEAD);

    private final String dossier = MadeUp.number();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void takesEachNumberOfThePoolOnce_alsoWhenManyTakeAtOnce() throws Exception {
        stock("EA", 40);
        Set<String> items = new HashSet<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            List<Future<String>> all = IntStream.range(0, 24)
                    .mapToObj(i -> pool.submit(() -> WORLD.tracking.dossiers.transaction.execute(status -> {
                        String number = "pool-" + i;
                        WORLD.rows.add(number, number, 1, "BCCI-H15", MadeUp.WARD, i);
                        return WORLD.rows.allot(number, "BCCI-H15").orElseThrow();
                    })))
                    .toList();
            for (Future<String> each : all) {
                items.add(each.get());
            }
        }
        assertThat(items).hasSize(24);
    }

    @Test
    void keepsItsNumber_howeverOftenItIsPressed_andShowsItAsAParcel() {
        stock("EB", 5);
        ClaimedDelivery delivery = WORLD.delivery(dossier);
        WORLD.twin.fault("reset-after", "order", 0);
        WORLD.send(delivery);
        String item = WORLD.order(dossier).item();
        WORLD.twin.heal();

        assertThat(WORLD.send(delivery)).isInstanceOf(Confirmed.class);

        assertThat(WORLD.order(dossier).item()).isEqualTo(item).isNotNull();
        assertThat(WORLD.order(dossier).state()).isEqualTo(PlacedOrder.State.TAKEN);
        assertThat(WORLD.tracking.parcels.endedAt(item)).isEmpty();
        assertThat(WORLD.tracking.parcels.expect(
                        item, MadeUp.number(), vn.lienthong.post.tracking.ParcelDirection.RESULT, "H15", null))
                .as("it belongs to the dossier")
                .isFalse();
    }

    @Test
    void waitsAndTellsTheAgency_whenThePoolIsEmpty_andGoesOnOnceItIsFilled() {
        try (OrderWorld empty = new OrderWorld(
                TestDatabase.fresh(),
                Map.of("form", "LGSP", "order-path", "/lgsp/order", "waybills", "true", "low-stock", "3"))) {
            ClaimedDelivery delivery = empty.delivery(dossier);

            assertThat(empty.send(delivery)).isInstanceOf(NotSent.class);
            assertThat(agencyItems(empty)).containsExactly("POST-WAYBILLS-OUT");

            assertThat(empty.rows.addWaybills("BCCI-H15", List.of("EX1000", "EX1001", "EX1000")))
                    .isEqualTo(2);
            assertThat(empty.send(delivery)).isInstanceOf(Confirmed.class);
            assertThat(agencyItems(empty)).contains("POST-WAYBILLS-LOW");
        }
    }

    @Test
    void makesAnotherParcel_onlyOnceTheLastHasEnded() {
        stock("EC", 5);
        ClaimedDelivery first = WORLD.delivery(dossier);
        WORLD.send(first);
        String item = WORLD.order(dossier).item();
        WORLD.send(WORLD.delivery(dossier));
        assertThat(WORLD.rows.ofDossier(dossier)).hasSize(1);

        WORLD.tracking.comesBack(item);
        assertThat(WORLD.send(first))
                .as("the old delivery stays with its parcel")
                .isInstanceOf(Confirmed.class);
        assertThat(WORLD.rows.ofDossier(dossier)).hasSize(1);
        WORLD.send(WORLD.delivery(dossier));

        assertThat(WORLD.rows.ofDossier(dossier))
                .extracting(PlacedOrder::number)
                .containsExactly(dossier + "-R2", dossier + "-R1");
    }

    @Test
    void makesNoOtherParcel_forAWishThatIsOlderThanTheEndOfTheLast() {
        stock("EF", 5);
        WORLD.send(WORLD.delivery(dossier));
        ClaimedDelivery older = WORLD.delivery(dossier);
        WORLD.tracking.dossiers.jdbc.update(
                "insert into delivery (id, partner, kind, dossier_number, event_id, version, full_state, status, agency,"
                        + " unit_code, head, due_at) overriding system value values (?, 'post', 'result', ?, ?, 2, true,"
                        + " 'PROCESSED', 'H15', 'H15', false, clock_timestamp())",
                older.id(),
                dossier,
                older.eventId());
        WORLD.tracking.comesBack(WORLD.order(dossier).item());

        assertThat(WORLD.send(older)).isInstanceOf(Confirmed.class);

        assertThat(WORLD.rows.ofDossier(dossier)).hasSize(1);
    }

    @Test
    void callsAnOrderOff_andMakesANewOneAfterwards() {
        stock("ED", 5);
        WORLD.send(WORLD.delivery(dossier));

        PlacedOrder gone = WORLD.cancellation.cancel(WORLD.order(dossier), LEAD, "Nhận tại quầy");
        assertThat(gone.state()).isEqualTo(PlacedOrder.State.CANCELLED);
        assertThat(WORLD.cancellation.cancel(gone, LEAD, "lần nữa")).isEqualTo(gone);

        WORLD.send(WORLD.delivery(dossier));
        assertThat(WORLD.order(dossier).number()).isEqualTo(dossier + "-R2");
    }

    @Test
    void saysSo_whenThePostDoesNotCallItOffOrDoesNotAnswer() {
        stock("EE", 5);
        WORLD.send(WORLD.delivery(dossier));
        PlacedOrder order = WORLD.order(dossier);
        WORLD.twin.fault("reset-after", "cancel", 0);
        assertThatThrownBy(() -> WORLD.cancellation.cancel(order, LEAD, "Nhận tại quầy"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        lost -> assertThat(lost.problem().code()).isEqualTo("POST-NO-ANSWER"));
        WORLD.twin.heal();
        assertThat(WORLD.cancellation.cancel(order, LEAD, "Nhận tại quầy").state())
                .as("pressed again")
                .isEqualTo(PlacedOrder.State.CANCELLED);

        String late = MadeUp.number();
        WORLD.send(WORLD.delivery(late));
        WORLD.twin.happens(late + "-R1", 6, java.time.Instant.parse("2026-11-20T03:00:00Z"), 1);
        assertThatThrownBy(() -> WORLD.cancellation.cancel(WORLD.order(late), LEAD, "Nhận tại quầy"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        no -> assertThat(no.problem().code()).isEqualTo("POST-CANCEL-REFUSED"));
    }

    @Test
    void speaksThePostsOwnForm() {
        try (OrderWorld direct = new OrderWorld(
                TestDatabase.fresh(), Map.of("form", "DIRECT", "order-path", "/serviceApi/v1/postDieuTin"))) {
            assertThat(direct.send(direct.delivery(dossier))).isInstanceOf(Confirmed.class);

            PlacedOrder order = direct.order(dossier);
            assertThat(order.item()).matches("EW\\d{9}VN");
            assertThat(direct.twin
                            .orders()
                            .path(0)
                            .path("content")
                            .path("soDonHang")
                            .asText())
                    .isEqualTo(dossier + "-R1");
        }
    }

    private static void stock(String prefix, int count) {
        WORLD.rows.addWaybills(
                "BCCI-H15",
                IntStream.range(0, count)
                        .mapToObj(i -> "%s%07dVN".formatted(prefix, i))
                        .toList());
    }

    private static List<String> agencyItems(OrderWorld world) {
        return world
                .tracking
                .dossiers
                .workItems
                .search(new WorkItemFilter(null, "H15", null, WorkItem.State.OPEN, null, 100))
                .items()
                .stream()
                .map(WorkItem::code)
                .filter(code -> code.startsWith("POST-WAYBILLS"))
                .toList();
    }
}
