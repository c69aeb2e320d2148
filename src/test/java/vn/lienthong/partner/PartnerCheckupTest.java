package vn.lienthong.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.testing.HttpDouble;

class PartnerCheckupTest {
    private static final String PASSWORD = "sandbox-sample";

    @Test
    void reachesAPartner_withoutCallingIt() throws Exception {
        try (HttpDouble partner = new HttpDouble((request, wire) -> wire.json("{}"))) {
            assertThat(codes(partner.url(), Map.of())).containsExactly("PARTNER-REACHED");
            assertThat(partner.requests()).as("nobody signs in").isEmpty();
        }
    }

    @Test
    void tellsWhatIsInTheWay() throws Exception {
        assertThat(codes(HttpDouble.nobody(), Map.of())).containsExactly("PARTNER-DOWN");
        assertThat(codes(URI.create("http://no-such-partner.invalid"), Map.of()))
                .containsExactly("PARTNER-NAME");
    }

    @Test
    void tellsAPasswordThatCannotBeRead() throws Exception {
        Map<String, String> account =
                Map.of("account.name", "a", "account.username", "u", "account.password-file", "/nowhere/password");
        assertThat(codes(HttpDouble.nobody(), account)).containsExactly("PARTNER-PASSWORD", "PARTNER-DOWN");
    }

    @Test
    void tellsACertificateThatNobodyVouchesFor() throws Exception {
        try (ServerSocket server = encrypted()) {
            Thread.ofVirtual().start(() -> answerAll(server));
            URI url = URI.create("https://127.0.0.1:" + server.getLocalPort());
            assertThat(codes(url, Map.of())).containsExactly("PARTNER-REACHED", "PARTNER-TLS-UNTRUSTED");
        }
    }

    @Test
    void tellsAPartnerThatNeverShakesHands() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("https://127.0.0.1:" + silent.getLocalPort());
            assertThat(codes(url, Map.of())).containsExactly("PARTNER-REACHED", "PARTNER-SLOW");
        }
    }

    private static List<String> codes(URI url, Map<String, String> more) throws IOException {
        Map<String, String> settings =
                new java.util.HashMap<>(Map.of("url", url.toString(), "kinds", "dossier", "connect-timeout", "500ms"));
        settings.putAll(more);
        Partner partner = new Binder(new MapConfigurationPropertySource(settings))
                .bind("", Partner.class)
                .get();
        return new PartnerCheckup("portal", partner, new SettableClock())
                .examine().stream().map(Diagnosis::code).toList();
    }

    private static ServerSocket encrypted() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(Path.of("certs-sample/agency-seal.p12"))) {
            store.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static void answerAll(ServerSocket server) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                socket.getInputStream().read();
            } catch (IOException gone) {
                // the handshake failed, as it should
            }
        }
    }
}
