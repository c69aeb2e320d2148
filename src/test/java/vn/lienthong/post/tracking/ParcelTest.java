package vn.lienthong.post.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Where a parcel stands after two events, every pair written down by hand. */
class ParcelTest {
    static final Instant THEN = Instant.parse("2026-11-20T03:00:00Z");

    /** Row told first, column told an hour later about a later time: x where the column's state is then in force. */
    private static final String TABLE = """
            then:           REGISTERED ACCEPTED COLLECTING COLLECT_FAILED COLLECTED IN_TRANSIT DELIVERING DELIVERY_FAILED RETURNING CANCELLED RETURNED DELIVERED
            REGISTERED               x        x          x              x         x          x          x               x         x         x        x         x
            ACCEPTED                 .        x          x              x         x          x          x               x         x         x        x         x
            COLLECTING               .        .          x              x         x          x          x               x         x         x        x         x
            COLLECT_FAILED           .        .          x              x         x          x          x               x         x         x        x         x
            COLLECTED                .        .          .              .         x          x          x               x         x         x        x         x
            IN_TRANSIT               .        .          .              .         .          x          x               x         x         x        x         x
            DELIVERING               .        .          .              .         .          .          x               x         x         x        x         x
            DELIVERY_FAILED          .        .          .              .         .          .          x               x         x         x        x         x
            RETURNING                .        .          .              .         .          .          .               .         x         x        x         x
            CANCELLED                .        .          .              .         .          .          .               .         .         x        x         x
            RETURNED                 .        .          .              .         .          .          .               .         .         .        x         x
            DELIVERED                .        .          .              .         .          .          .               .         .         .        .         x
            """;

    private static final int NEVER = 100;

    @TestFactory
    Stream<DynamicTest> movesOnlyAlongTheTable() {
        List<List<String>> rows = TABLE.lines()
                .map(line -> Arrays.asList(line.strip().split("\\s+")))
                .toList();
        List<String> to = rows.getFirst().subList(1, rows.getFirst().size());
        return rows.stream()
                .skip(1)
                .flatMap(row -> to.stream()
                        .map(next -> DynamicTest.dynamicTest(row.getFirst() + " then " + next, () -> {
                            boolean moves = "x".equals(row.get(1 + to.indexOf(next)));
                            Parcel parcel =
                                    fresh().with(event(row.getFirst(), 0)).with(event(next, 3600));
                            assertThat(parcel.reported()).hasToString(moves ? next : row.getFirst());
                            Parcel turned = fresh().with(event(next, 3600)).with(event(row.getFirst(), 0));
                            assertThat(turned).as("the other way round").isEqualTo(parcel);
                        })));
    }

    @Test
    void knowsEveryState() {
        assertThat(TABLE.lines().skip(1).map(line -> line.split(" ")[0]))
                .containsExactlyInAnyOrder(
                        Stream.of(ParcelState.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void comesBack_afterTheAttemptsItHas() {
        Parcel once = fresh().with(event("DELIVERING", 0)).with(event("DELIVERY_FAILED", 60));
        Parcel twice = once.with(event("DELIVERING", 120)).with(event("DELIVERY_FAILED", 180));

        assertThat(once.state(2)).isEqualTo(ParcelState.DELIVERY_FAILED);
        assertThat(twice.state(2)).isEqualTo(ParcelState.RETURNING);
        assertThat(twice.state(3)).isEqualTo(ParcelState.DELIVERY_FAILED);
        assertThat(twice.with(event("DELIVERED", 240)).state(2)).isEqualTo(ParcelState.DELIVERED);
        assertThat(twice.with(event("RETURNED", 240)).state(2)).isEqualTo(ParcelState.RETURNED);
    }

    @Test
    void isOutForDeliveryAgain_whenALaterAttemptBegins() {
        Parcel parcel = fresh().with(event("DELIVERY_FAILED", 60))
                .with(event("DELIVERING", 120))
                .with(event("DELIVERING", 0));

        assertThat(parcel.state(NEVER)).isEqualTo(ParcelState.DELIVERING);
        assertThat(parcel.reportedAt()).isEqualTo(THEN.plusSeconds(120));
    }

    @Test
    void knowsNoState_beforeAnythingIsTold() {
        assertThat(fresh().state(2)).isNull();
    }

    @Test
    void isContradictory_whenToldToBeHandedOverAndToComeBack() {
        assertThat(fresh().with(event("RETURNED", 0))
                        .with(event("DELIVERED", 60))
                        .contradictory())
                .isTrue();
        assertThat(fresh().with(event("DELIVERED", 0)).contradictory()).isFalse();
    }

    static Parcel fresh() {
        return new Parcel(
                "EB000000001VN",
                "H15.24133-261119-0001",
                ParcelDirection.RESULT,
                "H15.24133",
                null,
                null,
                null,
                0,
                false,
                false);
    }

    static ParcelEvent event(String state, long seconds) {
        return new ParcelEvent(
                state + seconds,
                "EB000000001VN",
                ParcelState.valueOf(state),
                THEN.plusSeconds(seconds),
                null,
                null,
                0,
                0);
    }
}
