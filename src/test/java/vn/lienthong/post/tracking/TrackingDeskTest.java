package vn.lienthong.post.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.post.tracking.ParcelState.CANCELLED;
import static vn.lienthong.post.tracking.ParcelState.DELIVERED;
import static vn.lienthong.post.tracking.ParcelState.DELIVERING;
import static vn.lienthong.post.tracking.ParcelState.DELIVERY_FAILED;
import static vn.lienthong.post.tracking.ParcelState.IN_TRANSIT;
import static vn.lienthong.post.tracking.ParcelState.RETURNED;
import static vn.lienthong.post.tracking.TrackingWorld.event;
import static vn.lienthong.post.tracking.TrackingWorld.words;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.evidence.Message;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

class TrackingDeskTest {
    private static final TrackingWorld WORLD = new TrackingWorld(TestDatabase.fresh());

    private final String dossier = MadeUp.number();
    private final String parcel = WORLD.parcel(dossier);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void returnsTheDossier_whenItsResultIsHandedOver_andTellsThePortal() {
        List<Taken> taken =
                WORLD.push(event("a" + parcel, parcel, DELIVERING, 1), event("b" + parcel, parcel, DELIVERED, 2));

        assertThat(words(taken)).containsExactly("ACCEPTED", "ACCEPTED");
        assertThat(WORLD.dossier(dossier).status()).isEqualTo(DossierStatus.RETURNED);
        DossierEvent made = WORLD.dossiers.register.history(dossier).getLast();
        assertThat(((DossierEvent.StateTold) made).content().returnedAt().toInstant())
                .isEqualTo(TrackingWorld.at(2));
        assertThat(WORLD.dossiers.deliveries.ofDossier(dossier))
                .extracting(Delivery::kind, Delivery::eventId)
                .contains(org.assertj.core.groups.Tuple.tuple("dossier", made.id()));
        assertThat(WORLD.evidence.find(made.id()))
                .hasValueSatisfying(
                        message -> assertThat(message.dossierNumber()).isEqualTo(dossier));
    }

    @Test
    void countsAnEventOnce_byItsNameAndByItsContent() {
        ParcelEvent failed = event("f" + parcel, parcel, DELIVERY_FAILED, 1);

        List<Taken> taken = WORLD.push(failed, failed, event("other" + parcel, parcel, DELIVERY_FAILED, 1));
        List<Taken> again = WORLD.push(failed);

        assertThat(words(taken)).containsExactly("ACCEPTED", "REPEATED", "REPEATED");
        assertThat(words(again)).containsExactly("REPEATED");
        assertThat(WORLD.at(parcel).failures()).isEqualTo(1);
    }

    @Test
    void refusesTheNameOfAnotherEvent() {
        WORLD.push(event("x" + parcel, parcel, IN_TRANSIT, 1));

        assertThat(words(WORLD.push(event("x" + parcel, parcel, DELIVERED, 2))))
                .containsExactly("TRACKING-EVENT-MISMATCH");
        assertThat(WORLD.at(parcel).delivered()).isFalse();
        // of one name with two contents only the one that is new counts, wherever it stands
        assertThat(words(WORLD.push(
                        event("y" + parcel, parcel, IN_TRANSIT, 1), event("y" + parcel, parcel, DELIVERED, 2))))
                .containsExactly("TRACKING-EVENT-MISMATCH", "ACCEPTED");
        assertThat(WORLD.at(parcel).delivered()).isTrue();
    }

    @Test
    void keepsAnEventThatComesLate_andStaysWhereItIs() {
        WORLD.push(event("late2" + parcel, parcel, DELIVERING, 30));

        assertThat(words(WORLD.push(event("late1" + parcel, parcel, IN_TRANSIT, 10))))
                .containsExactly("ACCEPTED");
        assertThat(WORLD.at(parcel).reported()).isEqualTo(DELIVERING);
        assertThat(new ParcelTimeline(WORLD.events).of(dossier))
                .extracting("outcome", "parcelNumber")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("IN_TRANSIT", parcel),
                        org.assertj.core.groups.Tuple.tuple("DELIVERING", parcel));
    }

    @Test
    void keepsThePostsWordsSealed_andShowsThemOnTheTimeline() {
        WORLD.push(
                new ParcelEvent("w" + parcel, parcel, DELIVERY_FAILED, TrackingWorld.at(1), "631200", "Đi vắng", 0, 2),
                event("n" + parcel, parcel, DELIVERING, 2));

        assertThat(new ParcelTimeline(WORLD.events).of(dossier))
                .extracting("note")
                .containsExactly("631200: Đi vắng", "");
        assertThat(WORLD.dossiers.jdbc.queryForObject(
                        "select count(*) from post_tracking_event where reason like 'Đi vắng'::bytea", Integer.class))
                .isZero();
    }

    @Test
    void tellsTheAgency_whenTheAttemptsAreUsedUpAndWhenItIsBack() {
        WORLD.push(event("1" + parcel, parcel, DELIVERY_FAILED, 1));
        assertThat(WORLD.workItems(dossier)).isEmpty();

        WORLD.push(event("2" + parcel, parcel, DELIVERY_FAILED, 2));
        assertThat(WORLD.workItems(dossier)).containsExactly("PARCEL-ATTEMPTS-FAILED");
        assertThat(WORLD.at(parcel).state(2)).isEqualTo(ParcelState.RETURNING);

        WORLD.push(event("3" + parcel, parcel, RETURNED, 3));
        assertThat(WORLD.workItems(dossier)).containsExactly("PARCEL-ATTEMPTS-FAILED", "PARCEL-CAME-BACK");
        assertThat(WORLD.dossier(dossier).status()).isEqualTo(DossierStatus.PROCESSED);
    }

    @Test
    void leavesToAPerson_whatContradictsItself() {
        WORLD.push(event("c" + parcel, parcel, CANCELLED, 1));

        WORLD.push(event("d" + parcel, parcel, DELIVERED, 2));

        assertThat(WORLD.dossier(dossier).status()).isEqualTo(DossierStatus.PROCESSED);
        assertThat(WORLD.workItems(dossier)).containsExactly("PARCEL-CONTRADICTION");
    }

    @Test
    void tellsTheAgency_whenTheDossierCannotFollow() {
        String stopped = MadeUp.number();
        WORLD.tell(stopped, 1, DossierStatus.STOPPED);
        String sent = WORLD.expected(stopped);
        String nobody = MadeUp.number();
        String strange = WORLD.expected(nobody);

        List<Taken> taken = WORLD.push(
                event("s" + sent, sent, DELIVERED, 1),
                event("n" + strange, strange, DELIVERED, 1),
                event("g" + parcel, parcel, DELIVERED, 1));

        assertThat(words(taken)).containsOnly("ACCEPTED");
        assertThat(WORLD.workItems(stopped)).containsExactly("PARCEL-RETURN-REFUSED");
        assertThat(WORLD.workItems(nobody)).containsExactly("PARCEL-RETURN-REFUSED");
        assertThat(WORLD.dossier(dossier).status()).isEqualTo(DossierStatus.RETURNED);
    }

    @Test
    void refusesAStranger_andTakesItOnceItIsKnown() {
        ParcelEvent early = event("e" + parcel, "EB" + parcel, DELIVERING, 1);
        assertThat(words(WORLD.push(early, event("k" + parcel, parcel, IN_TRANSIT, 1))))
                .containsExactly("PARCEL-UNKNOWN", "ACCEPTED");

        WORLD.parcels.expect("EB" + parcel, MadeUp.number(), ParcelDirection.DOSSIER, MadeUp.WARD, null);

        assertThat(words(WORLD.push(early))).containsExactly("ACCEPTED");
    }

    @Test
    void keepsAStrangerOfAFeed_andCountsItOnceItIsKnown() {
        String unknown = "EF" + parcel;
        ParcelEvent early = event("feed" + parcel, unknown, DELIVERED, 1);
        WORLD.desk.take(WORLD.received("BCCI", true, early), () -> {});
        assertThat(WORLD.desk.placeKept(10)).isZero();

        WORLD.parcels.expect(unknown, dossier, ParcelDirection.RESULT, MadeUp.WARD, null);

        assertThat(WORLD.desk.placeKept(10)).isEqualTo(1);
        assertThat(WORLD.desk.placeKept(10)).isZero();
        assertThat(WORLD.dossier(dossier).status()).isEqualTo(DossierStatus.RETURNED);
        assertThat(words(WORLD.desk.take(WORLD.received("BCCI", true, early), () -> {})))
                .containsExactly("REPEATED");
    }

    @Test
    void movesNoDossier_forAParcelThatBringsOne() {
        String coming = "EC" + parcel;
        WORLD.parcels.expect(coming, dossier, ParcelDirection.DOSSIER, MadeUp.WARD, null);

        WORLD.push(event("in" + parcel, coming, DELIVERED, 1));

        assertThat(WORLD.dossier(dossier).status()).isEqualTo(DossierStatus.PROCESSED);
    }

    @Test
    void givesANumberToOneDossierOnly() {
        assertThat(WORLD.parcels.expect(parcel, dossier, ParcelDirection.RESULT, MadeUp.WARD, null))
                .isTrue();
        assertThat(WORLD.parcels.expect(parcel, MadeUp.number(), ParcelDirection.RESULT, MadeUp.WARD, null))
                .isFalse();
    }

    @Test
    void storesNothing_whenWhatGoesWithItFails() {
        Received received = WORLD.received("vnpost", false, event("z" + parcel, parcel, DELIVERED, 1));

        assertThatThrownBy(() -> WORLD.desk.take(received, () -> {
                    throw new IllegalStateException("another node has the cursor");
                }))
                .hasMessageContaining("cursor");

        assertThat(WORLD.at(parcel).delivered()).isFalse();
        assertThat(WORLD.evidence.find(received.message().id()).map(Message::id))
                .isEmpty();
        assertThat(words(WORLD.desk.take(received, () -> {}))).containsExactly("ACCEPTED");
    }

    @Test
    void countsEachEventOnce_whenManyTellTheSameAtOnce() throws Exception {
        List<String> parcels = IntStream.range(0, 6)
                .mapToObj(i -> WORLD.parcel(MadeUp.number()))
                .toList();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<List<Taken>>> all = IntStream.range(0, 4)
                    .mapToObj(caller -> pool.submit(() -> {
                        start.await();
                        List<String> order = caller % 2 == 0 ? parcels : parcels.reversed();
                        return WORLD.push(order.stream()
                                .flatMap(number -> java.util.stream.Stream.of(
                                        event("one" + number, number, DELIVERY_FAILED, 1),
                                        event("two" + number, number, DELIVERED, 2)))
                                .toArray(ParcelEvent[]::new));
                    }))
                    .toList();
            start.countDown();
            long accepted = 0;
            for (Future<List<Taken>> each : all) {
                accepted +=
                        words(each.get()).stream().filter("ACCEPTED"::equals).count();
            }
            assertThat(accepted).isEqualTo(12);
        }
        assertThat(parcels).allSatisfy(number -> {
            assertThat(WORLD.at(number).failures()).isEqualTo(1);
            assertThat(WORLD.dossier(WORLD.at(number).dossierNumber()).version())
                    .isEqualTo(2);
        });
    }
}
