package vn.lienthong.citizen.register;

import java.util.List;
import vn.lienthong.catalogue.Succession;
import vn.lienthong.catalogue.Successions;
import vn.lienthong.kernel.GatewayClock;

/** Which of today's communes took over one that is no more; several where it was split. */
final class OldUnits {
    private final Successions successions;
    private final GatewayClock clock;

    OldUnits(Successions successions, GatewayClock clock) {
        this.successions = successions;
        this.clock = clock;
    }

    List<Succession.Heir> today(String oldCommune) {
        return successions.heirs(Succession.Kind.WARD, oldCommune, clock.today());
    }
}
