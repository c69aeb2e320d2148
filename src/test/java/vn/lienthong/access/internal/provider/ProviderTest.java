package vn.lienthong.access.internal.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import vn.lienthong.kernel.SettableClock;

class ProviderTest {
    @Test
    void asksAProviderThatDoesNotAnswer_onceInTenSeconds() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        try {
            URI issuer = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            Provider provider = new Provider(
                    new ProviderProperties(issuer, "x", "truc", null, null, "sub", issuer),
                    "s",
                    new SettableClock(),
                    RestClient.create());
            assertThat(provider.registration()).isEmpty();
            int first = asked.get();

            assertThat(provider.registration()).isEmpty();
            assertThat(provider.findByRegistrationId("provider")).isNull();

            assertThat(first).isPositive();
            assertThat(asked).hasValue(first);
        } finally {
            server.stop(0);
        }
    }
}
