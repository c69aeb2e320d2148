package vn.lienthong.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalTimesTest {
    @Provide
    Arbitrary<OffsetDateTime> times() {
        return Contents.times();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void time_comesBack(@ForAll("times") OffsetDateTime time) {
        assertThat(NationalTimes.write(time).flatMap(NationalTimes::read)).contains(time);
    }

    @Property
    void anyText_isReadWithoutFailing(@ForAll String text) {
        assertThat(NationalTimes.read(text)).isNotNull();
    }

    @Test
    void otherOffsets_areWrittenInVietnameseTime() {
        assertThat(NationalTimes.write(OffsetDateTime.parse("2026-12-31T18:30:00Z")))
                .contains("20270101013000");
    }

    @Test
    void timesBeyondTheCalendar_areNotWritten() {
        assertThat(NationalTimes.write(OffsetDateTime.MAX)).isEmpty();
        assertThat(NationalTimes.write(OffsetDateTime.MIN)).isEmpty();
        assertThat(NationalTimes.write(OffsetDateTime.parse("0001-01-01T00:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20260229000000", "20260431120000", "20261301000000", "20260131240000", "20260131236000",
                        "20260131235960",
                "2026013108050", "202601310805000", "2026-01-31T080", "+2026013108050", " 2026013108050",
                        "00000101000000",
                "１0260131080500", "99990101000000"
            })
    void textsThatAreNoTime_areRefused(String text) {
        assertThat(NationalTimes.read(text)).isEmpty();
    }
}
