package vn.lienthong.platform;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.web.server.Ssl;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartCheck;

/**
 * Tokens and personal data must not cross a network in plain text; and what a caller says of its own address must not be
 * believed, for the brakes on guessing go by address. So a proxy is named by its own address: Tomcat's default believes every
 * private one, which in a provincial network is everybody.
 */
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
        return Stream.concat(plain().stream(), believed().stream()).toList();
    }

    private List<Bilingual> believed() {
        ForwardHeadersStrategy strategy = server.getForwardHeadersStrategy();
        if (strategy == null || strategy == ForwardHeadersStrategy.NONE) {
            return List.of();
        }
        String everybody = new ServerProperties.Tomcat.Remoteip().getInternalProxies();
        if (strategy == ForwardHeadersStrategy.NATIVE
                && !everybody.equals(server.getTomcat().getRemoteip().getInternalProxies())) {
            return List.of();
        }
        return List.of(
                new Bilingual(
                        "Trục sẽ tin địa chỉ do bên gọi tự khai: sau proxy hãy đặt server.forward-headers-strategy=native và"
                                + " server.tomcat.remoteip.internal-proxies đúng địa chỉ của proxy (biểu thức chính quy)",
                        "callers could claim any address: behind a proxy set server.forward-headers-strategy=native and"
                                + " server.tomcat.remoteip.internal-proxies to the proxy's own address (a regular expression)"));
    }

    private List<Bilingual> plain() {
        if (encrypted() || loopback() || endedByProxy()) {
            return List.of();
        }
        return List.of(new Bilingual(
                "Cổng HTTP không mã hóa mở ra ngoài máy này: hãy đặt server.ssl.*, hoặc server.address=127.0.0.1, hoặc (khi"
                        + " đã có proxy TLS phía trước) server.forward-headers-strategy=native và lienthong.tls-terminated-upstream=true",
                "plain HTTP would be open beyond this machine: set server.ssl.*, or server.address=127.0.0.1, or, behind"
                        + " a proxy that ends TLS, server.forward-headers-strategy=native and"
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
