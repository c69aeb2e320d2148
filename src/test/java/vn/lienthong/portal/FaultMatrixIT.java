package vn.lienthong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.portal.FaultTable.Ending;
import vn.lienthong.portal.FaultTable.Row;
import vn.lienthong.testing.TestDatabase;

@DisplayName("Ma trận sự cố của Cổng: mỗi sự cố, mỗi loại việc gửi, đi một mình hay trong lô, đều tới đích đã định")
class FaultMatrixIT {
    private static FaultWorld world;

    @BeforeAll
    static void open() {
        world = new FaultWorld(TestDatabase.fresh());
    }

    @AfterAll
    static void close() {
        world.close();
    }

    static Stream<Row> rows() {
        return FaultTable.rows();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("Sự cố · Cổng kể lại nhiều hay ít · đi cùng · loại việc")
    void comesToItsEnd(Row row) {
        FaultWorld.Seen seen = world.play(row);

        assertThat(seen.endings()).containsExactlyElementsOf(row.endings());
        assertThat(seen.repeats()).as("identical repeats that the portal saw").isEqualTo(row.repeats());
        assertThat(seen.outOfOrder()).as("effects out of order").isZero();
        assertThat(seen.workItems())
                .as("what stands before a person")
                .isEqualTo(row.endings().stream().map(FaultMatrixIT::workItems).toList());
    }

    private static List<String> workItems(Ending ending) {
        return ending.state().equals("CONFIRMED") ? List.of() : List.of("DELIVERY-" + ending.state());
    }
}
