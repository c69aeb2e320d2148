package vn.lienthong.access.internal.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one address: an IPv4 address, or the 64 bits of IPv6 that belong to one subscriber. */
public final class AddressKey {
    private static final int SUBSCRIBER_BYTES = 8;

    private AddressKey() {}

    /** One name for all addresses that one subscriber may take. */
    public static String of(String remote) {
        if (remote.indexOf(':') < 0) {
            return remote;
        }
        try {
            return InetAddress.ofLiteral(remote) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), SUBSCRIBER_BYTES))
                    : remote;
        } catch (IllegalArgumentException odd) {
            return remote;
        }
    }
}
