package vn.lienthong.simulator.internal.insurance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;
import vn.lienthong.simulator.internal.Json;

/** Acknowledges a result at the gateway, as often and as late as the behaviour says. Nobody waits for it. */
final class CallBack {
    private static final System.Logger LOG = System.getLogger(CallBack.class.getName());
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Clock clock;
    private final Runnable done;

    CallBack(Clock clock, Runnable done) {
        this.clock = clock;
        this.done = done;
    }

    void start(String reference, Behaviour behaviour) {
        ObjectNode told = Json.object()
                .put("deliveryReference", reference)
                .put("outcome", behaviour.decision())
                .put("at", clock.instant().atZone(HERE).toOffsetDateTime().toString());
        if (!behaviour.decision().equals("ACCEPTED")) {
            told.put("reason", "Theo cách ứng xử được đặt của bộ mô phỏng");
        }
        Thread.ofVirtual().name("insurance-call-back").start(() -> tell(told, behaviour));
    }

    private void tell(ObjectNode told, Behaviour behaviour) {
        long end = System.nanoTime() + Duration.ofMillis(behaviour.delayMs()).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(LONGEST).build()) {
            String token = token(http, behaviour);
            for (int i = 0; i < behaviour.times(); i++) {
                int status = http.send(
                                request(behaviour, "/v1/insurance/acknowledgements")
                                        .header("Authorization", "Bearer " + token)
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofByteArray(Json.bytes(told)))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode();
                if (status == 200) {
                    done.run();
                }
            }
        } catch (IOException | RuntimeException away) {
            LOG.log(System.Logger.Level.WARNING, "Không xác nhận được. / An acknowledgement failed: " + away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String token(HttpClient http, Behaviour behaviour) throws IOException, InterruptedException {
        String pair = behaviour.client() + ":" + behaviour.secret();
        byte[] answer = http.send(
                        request(behaviour, "/oauth2/token")
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
        return Json.read(answer)
                .map(node -> node.path("access_token").asText(""))
                .orElse("");
    }

    private static HttpRequest.Builder request(Behaviour behaviour, String path) {
        return HttpRequest.newBuilder(URI.create(behaviour.gateway() + path)).timeout(LONGEST);
    }
}
