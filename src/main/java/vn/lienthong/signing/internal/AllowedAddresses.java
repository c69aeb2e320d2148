package vn.lienthong.signing.internal;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signing.SigningProperties;

/**
 * Which addresses may be called while signing and judging. Certificates and signatures name addresses, and whoever sends a
 * document chooses them: a host that the operator did not name is never called.
 *
 * @param hosts in lower case
 * @param gateway stands for scheme, host and port of every address; then no host needs to be named
 */
record AllowedAddresses(Set<String> hosts, @Nullable URI gateway) {

    /** Those of the settings. */
    static AllowedAddresses of(SigningProperties.Revocation settings) {
        String gateway = settings.gateway();
        return new AllowedAddresses(
                settings.hosts().stream()
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                gateway == null || gateway.isBlank() ? null : URI.create(gateway));
    }

    /** The host of this address. */
    static AllowedAddresses only(String url) {
        try {
            return new AllowedAddresses(Set.of(host(URI.create(url))), null);
        } catch (IllegalArgumentException malformed) {
            return new AllowedAddresses(Set.of(), null);
        }
    }

    /** Where to call for an address that a document names. */
    URI resolve(String named) {
        URI address;
        try {
            address = URI.create(named);
        } catch (IllegalArgumentException | NullPointerException malformed) {
            throw new Unanswered(Unanswered.How.UNREACHED, "not an HTTP address: " + named, null);
        }
        if (address.getScheme() == null
                || !List.of("http", "https").contains(address.getScheme().toLowerCase(Locale.ROOT))) {
            throw new Unanswered(Unanswered.How.UNREACHED, "not an HTTP address: " + named, null);
        }
        if (gateway != null) {
            return URI.create(gateway + (address.getRawPath() == null ? "" : address.getRawPath()));
        }
        if (!hosts.contains(host(address))) {
            throw new Unanswered(
                    Unanswered.How.UNREACHED,
                    "lienthong.signing.revocation.hosts does not name the host of " + named + "; it was not called",
                    null);
        }
        return address;
    }

    private static String host(URI address) {
        return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    }
}
