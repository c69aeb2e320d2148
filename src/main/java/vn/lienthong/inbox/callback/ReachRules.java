package vn.lienthong.inbox.callback;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which hosts and addresses a push may reach. A registered address must not turn the gateway into a door to its own
 * network: only public addresses, and the private networks that were named, never this machine outside the sandbox, never
 * the addresses that only a neighbour or a cloud's own services answer at.
 */
@Component
class ReachRules {
    private static final List<NetworkRange> NEVER = ranges("0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3");

    private static final List<NetworkRange> NOT_PUBLIC = ranges(
            "10.0.0.0/8",
            "100.64.0.0/10",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24");

    /** Of the other family only what is routed, without the ranges that carry an address of the older one inside. */
    private static final NetworkRange PUBLIC_SIX = new NetworkRange("2000::/3");

    private static final List<NetworkRange> NOT_PUBLIC_SIX =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private final List<String> hosts;
    private final List<NetworkRange> networks;
    private final boolean loopback;

    ReachRules(CallbackProperties settings) {
        this.hosts = settings.hosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
        this.networks = settings.networks().stream().map(NetworkRange::new).toList();
        this.loopback = settings.loopback();
    }

    /** Whether a receiver of this name may be registered. */
    boolean mayName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return hosts.stream()
                .anyMatch(allowed -> allowed.equals("*")
                        || allowed.equals(name)
                        || (allowed.startsWith("*.") && name.endsWith(allowed.substring(1))));
    }

    /** Whether a connection to this address may be opened. */
    boolean mayReach(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return loopback;
        }
        if (address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || in(NEVER, address)) {
            return false;
        }
        return in(networks, address) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? !in(NOT_PUBLIC, address)
                : PUBLIC_SIX.contains(address) && !in(NOT_PUBLIC_SIX, address);
    }

    private static boolean in(List<NetworkRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<NetworkRange> ranges(String... texts) {
        return Stream.of(texts).map(NetworkRange::new).toList();
    }
}
