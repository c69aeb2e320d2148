package vn.lienthong.civilstatus;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.civilstatus.RegistrationState.ELIGIBLE;
import static vn.lienthong.civilstatus.RegistrationState.FINISHED;
import static vn.lienthong.civilstatus.RegistrationState.RECEIVED;
import static vn.lienthong.civilstatus.RegistrationState.REFUSED;
import static vn.lienthong.civilstatus.RegistrationState.SUPPLEMENT;
import static vn.lienthong.civilstatus.RegistrationState.WAITING;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The strict order of states, all pairs. */
class RegistrationStateTest {
    private static final Map<RegistrationState, Set<RegistrationState>> MAY = new EnumMap<>(Map.of(
            WAITING, EnumSet.of(RECEIVED, SUPPLEMENT, ELIGIBLE, FINISHED, REFUSED),
            RECEIVED, EnumSet.of(SUPPLEMENT, ELIGIBLE, FINISHED, REFUSED),
            SUPPLEMENT, EnumSet.of(RECEIVED, ELIGIBLE, FINISHED, REFUSED),
            ELIGIBLE, EnumSet.of(FINISHED, REFUSED),
            FINISHED, EnumSet.noneOf(RegistrationState.class),
            REFUSED, EnumSet.noneOf(RegistrationState.class)));

    @ParameterizedTest
    @EnumSource
    void goesOnlyWhereItMay(RegistrationState from) {
        for (RegistrationState to : RegistrationState.values()) {
            assertThat(from.mayBecome(to))
                    .as(from + " → " + to)
                    .isEqualTo(MAY.get(from).contains(to));
        }
    }

    @Test
    void endsFinishedOrRefused() {
        assertThat(RegistrationState.values())
                .filteredOn(RegistrationState::isEnd)
                .containsExactlyInAnyOrder(FINISHED, REFUSED);
    }
}
