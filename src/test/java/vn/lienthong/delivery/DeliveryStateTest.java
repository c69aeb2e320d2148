package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every pair of states, written down once more by hand: from the row's state to the column's. */
class DeliveryStateTest {
    private static final String TABLE = """
            to:       READY SENDING SENT UNCERTAIN PARKED CONFIRMED REFUSED CANCELLED EXPIRED
            READY         .       x    .         .      .         .       .         x       x
            SENDING       x       .    x         x      x         x       x         .       .
            SENT          .       .    .         x      .         x       x         .       .
            UNCERTAIN     x       .    .         .      x         x       x         .       .
            PARKED        x       .    .         x      .         x       .         x       .
            CONFIRMED     .       .    .         .      .         .       .         .       .
            REFUSED       x       .    .         .      .         x       .         x       .
            CANCELLED     .       .    .         .      .         .       .         .       .
            EXPIRED       .       .    .         .      .         .       .         .       .
            """;

    @TestFactory
    Stream<DynamicTest> movesOnlyAlongTheTable() {
        List<List<String>> rows = TABLE.lines()
                .map(line -> Arrays.asList(line.strip().split("\\s+")))
                .toList();
        List<String> to = rows.getFirst().subList(1, rows.getFirst().size());
        return rows.stream()
                .skip(1)
                .flatMap(row -> to.stream()
                        .map(next -> DynamicTest.dynamicTest(
                                row.getFirst() + " to " + next,
                                () -> assertThat(DeliveryState.valueOf(row.getFirst())
                                                .mayBecome(DeliveryState.valueOf(next)))
                                        .isEqualTo("x".equals(row.get(1 + to.indexOf(next)))))));
    }

    @Test
    void knowsEveryState() {
        assertThat(TABLE.lines().skip(1).map(line -> line.split(" ")[0]))
                .containsExactly(
                        Stream.of(DeliveryState.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void keepsALaneWaitingWhileSomethingMayStillHappenInIt() {
        assertThat(DeliveryState.values())
                .filteredOn(DeliveryState::isOpen)
                .containsExactly(
                        DeliveryState.READY,
                        DeliveryState.SENDING,
                        DeliveryState.SENT,
                        DeliveryState.UNCERTAIN,
                        DeliveryState.PARKED);
    }
}
