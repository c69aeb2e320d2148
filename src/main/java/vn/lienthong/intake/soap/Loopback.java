package vn.lienthong.intake.soap;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether an address is this machine's own. */
final class Loopback {
    private Loopback() {}

    /** Reads an address, never a name: nothing is asked of a name server. */
    static boolean is(String address) {
        if (!address.matches("[0-9a-fA-F.:]+")) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
