package vn.lienthong.inbox.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of a host and gives the connection only to those it may reach. The connection is opened to the very
 * address that was checked: a name that points elsewhere a moment later gains nothing. One forbidden address among several
 * closes them all.
 */
final class CheckedResolver implements DnsResolver {
    private final DnsResolver resolver;
    private final ReachRules rules;

    CheckedResolver(DnsResolver resolver, ReachRules rules) {
        this.resolver = resolver;
        this.rules = rules;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = resolver.resolve(host);
        for (InetAddress address : found) {
            if (!rules.mayReach(address)) {
                throw new ForbiddenAddress(host);
            }
        }
        return found;
    }

    @Override
    public @Nullable String resolveCanonicalHostname(String host) {
        return host;
    }

    /** A host that stands, also, where we do not connect to. */
    static final class ForbiddenAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        ForbiddenAddress(String host) {
            super(host);
        }
    }
}
