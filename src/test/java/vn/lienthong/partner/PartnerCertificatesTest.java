package vn.lienthong.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.testing.HttpDouble;

class PartnerCertificatesTest {
    private static final char[] PASSWORD = "sandbox-sample".toCharArray();

    private final AtomicInteger greetings = new AtomicInteger();

    @Test
    void areSeenAsThePartnerShowsThem_onceInAWhile() throws Exception {
        SSLContext context = context();
        try (ServerSocket server =
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAll(server));
            PartnerCertificates certificates = of(
                    Map.of("secure", "https://127.0.0.1:" + server.getLocalPort(), "plain", "http://127.0.0.1:1"),
                    context.getSocketFactory());

            assertThat(certificates.certificates()).isNotEmpty().allSatisfy(used -> {
                assertThat(used.place()).isEqualTo("partner secure");
                assertThat(used.stops().en()).contains("deliveries wait");
            });
            assertThat(certificates.certificates()).isNotEmpty();
            assertThat(greetings).hasValue(1);
        }
    }

    @Test
    void areLeftOut_whilePartnersAreAway() throws Exception {
        URI nobody = HttpDouble.nobody();
        assertThat(of(
                                Map.of(
                                        "away",
                                        "https://127.0.0.1:" + nobody.getPort(),
                                        "unknown",
                                        "https://no.invalid"),
                                context().getSocketFactory())
                        .certificates())
                .isEmpty();
    }

    private static PartnerCertificates of(Map<String, String> urls, SSLSocketFactory factory) {
        Map<String, String> settings = new HashMap<>();
        urls.forEach((id, url) -> {
            settings.put("lienthong.partners." + id + ".url", url);
            settings.put("lienthong.partners." + id + ".kinds", "dossier");
            settings.put("lienthong.partners." + id + ".connect-timeout", "2s");
        });
        PartnerProperties properties = new Binder(new MapConfigurationPropertySource(settings))
                .bind("lienthong", PartnerProperties.class)
                .get();
        return new PartnerCertificates(new Partners(properties), new SettableClock(), factory);
    }

    private static SSLContext context() throws Exception {
        KeyStore store =
                KeyStore.getInstance(Path.of("certs-sample/agency-seal.p12").toFile(), PASSWORD);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[] {new Everybody()}, null);
        return context;
    }

    private void answerAll(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                greetings.incrementAndGet();
                socket.getInputStream().read();
            } catch (IOException gone) {
                // it saw what it wanted
            }
        }
    }

    /** Trusts everybody: this is about what is shown. */
    private static final class Everybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
