package vn.lienthong.platform;

import java.net.InetAddress;
import java.util.List;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.web.server.Ssl;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartCheck;

/** Tokens and personal data must not cross a network in plain text. */
@Component
final class PlainHttpCheck implements StartCheck {
    private final ServerProperties server;
    private final PlatformProperties platform;

    PlainHttpCheck(ServerProperties server, PlatformProperties platform) {
        this.server = server;
        this.platform = platform;
    }

    @Override
    public List<Bilingual> findings() {
        if (encrypted() || loopback() || endedByProxy()) {
            return List.of();
        }
        return List.of(new Bilingual(
                "Cổng HTTP không mã hóa mở ra ngoài máy này: hãy đặt server.ssl.*, hoặc server.address=127.0.0.1, hoặc (khi"
                        + " đã có proxy TLS phía trước) server.forward-headers-strategy và lienthong.tls-terminated-upstream=true",
                "plain HTTP would be open beyond this machine: set server.ssl.*, or server.address=127.0.0.1, or, behind"
                        + " a proxy that ends TLS, server.forward-headers-strategy and"
                        + " lienthong.tls-terminated-upstream=true"));
    }

    private boolean encrypted() {
        return Ssl.isEnabled(server.getSsl());
    }

    private boolean loopback() {
        InetAddress address = server.getAddress();
        return address != null && address.isLoopbackAddress();
    }

    private boolean endedByProxy() {
        ForwardHeadersStrategy strategy = server.getForwardHeadersStrategy();
        return platform.tlsTerminatedUpstream() && strategy != null && strategy != ForwardHeadersStrategy.NONE;
    }
}
