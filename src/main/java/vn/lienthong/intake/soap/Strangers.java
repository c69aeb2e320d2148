package vn.lienthong.intake.soap;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.lienthong.access.AddressPace;
import vn.lienthong.kernel.ProblemException;

/**
 * Bounds what one address may cost us before we know who it is: messages that lead to nobody count against it, and once there
 * were too many its next are refused unread. Who is known takes nothing from it.
 */
@Component
class Strangers {
    static final int PER_MINUTE = 600;

    private static final int TOO_FAST = 429;

    private final AddressPace pace;

    Strangers(AddressPace.Maker paces) {
        this.pace = paces.make("soap", PER_MINUTE);
    }

    /** What {@code finding} finds out about a message from this address. */
    <T> T known(String address, Supplier<T> finding) {
        pace.require(address);
        try {
            return finding.get();
        } catch (ProblemException refused) {
            if (refused.problem().status() != TOO_FAST) { // that one is known
                pace.admit(address);
            }
            throw refused;
        }
    }
}
