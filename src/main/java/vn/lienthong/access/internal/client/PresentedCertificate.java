package vn.lienthong.access.internal.client;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import vn.lienthong.access.CertificateProperties;

/**
 * The certificate that a request came with: from its own TLS connection, or told in a header by a proxy that was named to us.
 * What anybody else writes into that header is not looked at.
 */
public final class PresentedCertificate {
    /** Where the server's edge leaves the address of whoever holds the connection, whatever forwarding headers say. */
    public static final String PEER = "vn.lienthong.peer";

    private static final String FROM_TLS = "jakarta.servlet.request.X509Certificate";

    private final Set<IpAddressMatcher> proxies;
    private final String header;

    /** Believes these proxies. */
    public PresentedCertificate(CertificateProperties settings) {
        this.proxies = settings.proxies().stream().map(IpAddressMatcher::new).collect(Collectors.toUnmodifiableSet());
        this.header = settings.header();
    }

    /** The chain, the client's own first; empty where it showed none. */
    public List<X509Certificate> of(HttpServletRequest request) {
        if (request.getAttribute(FROM_TLS) instanceof X509Certificate[] chain) {
            return List.of(chain);
        }
        List<String> told = Collections.list(request.getHeaders(header));
        if (told.size() != 1 || !isProxy(request)) { // a proxy writes one: a second came through it from the caller
            return List.of();
        }
        return read(told.getFirst().strip()).map(List::of).orElse(List.of());
    }

    private boolean isProxy(HttpServletRequest request) {
        String peer = request.getAttribute(PEER) instanceof String known ? known : request.getRemoteAddr();
        return proxies.stream().anyMatch(proxy -> proxy.matches(peer));
    }

    private static Optional<X509Certificate> read(String told) {
        try {
            byte[] bytes = told.startsWith(":") && told.endsWith(":") && told.length() > 2
                    ? Base64.getDecoder().decode(told.substring(1, told.length() - 1))
                    : URLDecoder.decode(told.replace("+", "%2B"), StandardCharsets.UTF_8)
                            .getBytes(StandardCharsets.US_ASCII);
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
        } catch (IllegalArgumentException | CertificateException unreadable) {
            return Optional.empty();
        }
    }
}
