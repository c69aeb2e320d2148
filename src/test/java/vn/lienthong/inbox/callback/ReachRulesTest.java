package vn.lienthong.inbox.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registered address is no door into the gateway's own network. */
class ReachRulesTest {
    private static final ReachRules STRICT = rules(List.of("*"), List.of(), false);

    static CallbackProperties settings(List<String> hosts, List<String> networks, boolean loopback, boolean plain) {
        return new CallbackProperties(
                hosts,
                networks,
                loopback,
                plain,
                Duration.ofMillis(500),
                Duration.ofMillis(700),
                4,
                Duration.ofSeconds(5),
                Duration.ofHours(4),
                Duration.ofDays(5));
    }

    static ReachRules rules(List<String> hosts, List<String> networks, boolean loopback) {
        return new ReachRules(settings(hosts, networks, loopback, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.1.2.3",
                "::10.1.2.3",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "fec0::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1"
            })
    void closesWhatIsNotPublic(String address) throws UnknownHostException {
        assertThat(STRICT.mayReach(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.0.1",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.169.0.1",
                "223.255.255.1",
                "2405:4800::1",
                "2a00:1450::1"
            })
    void opensWhatIsPublic(String address) throws UnknownHostException {
        assertThat(STRICT.mayReach(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void opensThePrivateNetworkThatWasNamed_andNoOther() throws UnknownHostException {
        ReachRules rules = rules(List.of("*"), List.of("10.24.0.0/13", "fd12:3456::/33"), false);

        assertThat(rules.mayReach(InetAddress.getByName("10.24.0.9"))).isTrue();
        assertThat(rules.mayReach(InetAddress.getByName("10.31.255.9"))).isTrue();
        assertThat(rules.mayReach(InetAddress.getByName("10.32.0.1"))).isFalse();
        assertThat(rules.mayReach(InetAddress.getByName("fd12:3456:7fff::1"))).isTrue();
        assertThat(rules.mayReach(InetAddress.getByName("fd12:3456:8000::1"))).isFalse();
    }

    @Test
    void opensNeitherThisMachineNorItsNeighbours_howeverWideTheNetworks() throws UnknownHostException {
        ReachRules rules = rules(List.of("*"), List.of("0.0.0.0/0", "::/0"), false);

        for (String never : List.of("127.0.0.1", "169.254.169.254", "0.0.0.0", "::1", "fe80::1", "224.0.0.1")) {
            assertThat(rules.mayReach(InetAddress.getByName(never))).as(never).isFalse();
        }
        assertThat(rules.mayReach(InetAddress.getByName("10.1.1.1"))).isTrue();
    }

    @Test
    void opensThisMachine_inTheSandbox() throws UnknownHostException {
        assertThat(rules(List.of("*"), List.of(), true).mayReach(InetAddress.getByName("127.0.0.1")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "::/129", "example.vn/8", "10.0.0.0/x", "", "/8"})
    void readsNoNetworkThatIsNone(String text) {
        assertThatThrownBy(() -> new NetworkRange(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class Names {
        private final ReachRules rules = rules(List.of("hook.example.vn", "*.Daklak.gov.vn"), List.of(), false);

        @ParameterizedTest
        @ValueSource(strings = {"hook.example.vn", "HOOK.example.VN", "motcua.daklak.gov.vn", "a.b.daklak.gov.vn"})
        void takesWhatIsListed(String host) {
            assertThat(rules.mayName(host)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "example.vn",
                    "x.hook.example.vn",
                    "daklak.gov.vn",
                    "evildaklak.gov.vn",
                    "daklak.gov.vn.evil.example",
                    "10.0.0.1"
                })
        void refusesWhatIsNot(String host) {
            assertThat(rules.mayName(host)).isFalse();
        }

        @Test
        void refusesEverything_whenNothingIsListed() {
            assertThat(rules(List.of(), List.of(), false).mayName("hook.example.vn"))
                    .isFalse();
        }
    }
}
