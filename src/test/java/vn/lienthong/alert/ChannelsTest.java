package vn.lienthong.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.kernel.Bilingual;

/** What people really get, from a real mail server and over real HTTP. */
class ChannelsTest {
    private static final URI CONSOLE = URI.create("https://truc.tinh.vn");
    private static final Instant AT = Instant.parse("2026-11-21T20:00:00Z");

    @TempDir
    Path folder;

    private final List<String> bodies = new ArrayList<>();
    private final List<@Nullable String> secrets = new ArrayList<>();
    private int status = 204;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            secrets.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aLetterSaysItInBothLanguages_withItsAccents() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            mail.setUser("truc", "mật-khẩu");
            Path password = Files.writeString(folder.resolve("mail"), "mật-khẩu\n");
            new MailChannel(mail(mail.getSmtp().getPort(), AlertProperties.Security.NONE, "truc", password), CONSOLE)
                    .send(telling());

            MimeMessage letter = mail.getReceivedMessages()[0];
            assertThat(letter.getSubject()).isEqualTo("[Liên Thông] 1 sự cố mới, 1 sự cố đã hết");
            assertThat(letter.getContent().toString().replace("\r\n", "\n"))
                    .contains("SỰ CỐ MỚI\n- Cổng không trả lời\n  từ 22/11/2026 03:00, số lượng: 120 [waiting:portal]")
                    .contains("→ Kiểm tra mạng https://truc.tinh.vn/deliveries?partner=portal")
                    .contains("NEW\n- The portal does not answer")
                    .contains("OVER\n");
        } finally {
            mail.stop();
        }
    }

    @Test
    void aMailServerThatCannotSecureTheLine_getsNothing() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            MailChannel channel = new MailChannel(
                    mail(mail.getSmtp().getPort(), AlertProperties.Security.STARTTLS, null, null), CONSOLE);

            assertThatThrownBy(() -> channel.send(telling())).isInstanceOf(IOException.class);
            assertThat(mail.getReceivedMessages()).isEmpty();
        } finally {
            mail.stop();
        }
    }

    @Test
    void aWebhookGetsIncidentsAsJson_withTheSecretFromItsFile() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "Bearer abc\n");
        new WebhookChannel(new AlertProperties.Webhook(address(), "Authorization", secret), CONSOLE).send(telling());

        JsonNode body = new JsonMapper().readTree(bodies.getFirst());
        assertThat(body.path("type").asText()).isEqualTo("vn.lienthong.alert.v1");
        assertThat(body.at("/opened/0/cause").asText()).isEqualTo("waiting:portal");
        assertThat(body.at("/opened/0/openedAt").asText()).isEqualTo("2026-11-22T03:00+07:00");
        assertThat(body.at("/opened/0/what/vi").asText()).isEqualTo("Cổng không trả lời");
        assertThat(body.at("/over/0/closedAt").asText()).isNotEmpty();
        assertThat(secrets).containsExactly("Bearer abc");
    }

    @Test
    void whateverIsNo2xx_isNotTold() {
        WebhookChannel channel = new WebhookChannel(new AlertProperties.Webhook(address(), "X", null), CONSOLE);
        for (int answer : new int[] {302, 404, 500}) {
            status = answer;
            assertThatThrownBy(() -> channel.send(telling()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("HTTP " + answer);
        }
        assertThat(bodies).hasSize(3);
    }

    @Test
    void aNumberGetsAShortText_withoutAccents_unlessTheyAreWanted() throws Exception {
        String json = "{\"to\":\"{to}\",\"text\":\"{text}\"}";
        new TextMessageChannel(texts(json, "application/json", false), 0).send(telling());

        assertThat(bodies).hasSize(1);
        JsonNode first = new JsonMapper().readTree(bodies.getFirst());
        assertThat(first.path("to").asText()).isEqualTo("0900000001");
        assertThat(first.path("text").asText())
                .isEqualTo("[Lien Thong] 1 su co moi, 1 su co da het: waiting:portal (120); old:\"cause\" (1);");

        new TextMessageChannel(texts("sdt={to}&noidung={text}", "application/x-www-form-urlencoded", true), 1)
                .send(telling());
        assertThat(bodies.getLast()).startsWith("sdt=0900000002&noidung=%5BLi%C3%AAn+Th%C3%B4ng%5D");
    }

    @Test
    void eachNumberIsAChannelOfItsOwn_soThatOneThatFailsHoldsUpNoOther() {
        AlertProperties settings = new AlertProperties(
                AlertWorld.SETTINGS.every(),
                AlertWorld.SETTINGS.hold(),
                AlertWorld.SETTINGS.quiet(),
                AlertWorld.SETTINGS.remind(),
                6,
                AlertWorld.SETTINGS.longestWait(),
                AlertWorld.SETTINGS.examineEvery(),
                AlertWorld.SETTINGS.workItems(),
                AlertWorld.SETTINGS.keep(),
                CONSOLE,
                null,
                new AlertProperties.Webhook(address(), "Authorization", null),
                texts("{text}", "text/plain", false));

        assertThat(new AlertConfiguration().alertChannels(settings).all())
                .extracting(Channel::name)
                .containsExactly("webhook", "text-message-1", "text-message-2");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x");
    }

    private AlertProperties.TextMessage texts(String body, String type, boolean accents) {
        return new AlertProperties.TextMessage(
                address(), List.of("0900000001", "0900000002"), body, type, accents, "Authorization", null);
    }

    private static AlertProperties.Mail mail(
            int port, AlertProperties.Security security, @Nullable String user, @Nullable Path password) {
        return new AlertProperties.Mail(
                "127.0.0.1", port, security, user, password, "truc@tinh.vn", List.of("truc-ca@tinh.vn"));
    }

    private static Telling telling() {
        return new Telling(
                AT,
                List.of(incident("waiting:portal", 120, null)),
                List.of(),
                List.of(incident("old:\"cause\"", 1, AT)));
    }

    private static Incident incident(String cause, long count, @Nullable Instant closed) {
        return new Incident(
                UUID.randomUUID(),
                cause,
                new Bilingual("Cổng không trả lời", "The portal does not answer"),
                new Bilingual("Kiểm tra mạng", "Check the network"),
                "/deliveries?partner=portal",
                count,
                AT,
                AT,
                null,
                closed);
    }
}
