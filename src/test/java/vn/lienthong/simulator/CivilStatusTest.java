package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The civil-status platform's twin: what it takes, and the order in which it goes on. */
class CivilStatusTest {
    private static final String BASE = "/civil-status/apiLienThongKSKT/1.0/";

    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    private final HttpClient http = HttpClient.newHttpClient();
    private Caller caller;
    private String token;

    @BeforeEach
    void signIn() {
        caller = twins.caller();
        token = json(send("/civil-status/token", "grant_type=client_credentials", "Basic a2V5OnNlY3JldA=="))
                .path("access_token")
                .asText();
    }

    @Test
    void takesADossierOnce_andSaysSoTheSecondTime() {
        assertThat(push("D1").path("status").asText()).isEqualTo("1");
        JsonNode again = push("D1");
        assertThat(again.path("status").asText()).isEqualTo("0");
        assertThat(again.path("errorDescription").asText()).contains("đã được tiếp nhận");
        assertThat(stat("registrations")).isEqualTo(1);
        assertThat(stat("repeats")).isEqualTo(1);
    }

    @Test
    void goesAStepOn_eachTimeItIsAsked() {
        push("D1");
        assertThat(List.of(state("D1"), state("D1"), state("D1"), state("D1"))).containsExactly("1", "3", "4", "4");
        JsonNode result = ask("D1").path("value").path(0).path("ketQuaXuLy");
        assertThat(result.path("soDinhDanh").asText()).matches("[0-9]{12}");
    }

    @Test
    void wantsMoreOnce_orRefuses_asItIsSet() {
        caller.put("/__sim/civil-status/behaviour", "{\"decision\":\"SUPPLEMENT\"}");
        push("D1");
        assertThat(List.of(state("D1"), state("D1"), state("D1"))).containsExactly("1", "2", "2");
        assertThat(push("D1", "{\\\"maGCS\\\":\\\"1\\\"}").path("status").asText())
                .isEqualTo("1");
        assertThat(List.of(state("D1"), state("D1"), state("D1"))).containsExactly("1", "3", "4");
        caller.put("/__sim/civil-status/behaviour", "{\"decision\":\"REFUSED\"}");
        push("D2");
        assertThat(List.of(state("D2"), state("D2"))).containsExactly("1", "6");
    }

    @Test
    void refusesWhatLacksSomething_isNoForm_orIsNotSignedIn() {
        assertThat(json(send(BASE + "nhanHoSoDKHT", "{}", "Bearer " + token))
                        .path("errorCode")
                        .asText())
                .isEqualTo("200");
        assertThat(json(send(BASE + "nhanHoSoDKHT", "x", "Bearer " + token))
                        .path("errorCode")
                        .asText())
                .isEqualTo("302");
        assertThat(push("D1", "no form").path("errorCode").asText()).isEqualTo("500");
        assertThat(send(BASE + "nhanHoSoDKHT", "{}", "Bearer other").statusCode())
                .isEqualTo(401);
        assertThat(stat("registrations")).isZero();
    }

    @Test
    void tellsOfAtMostThree_andOfNoneItDoesNotHave() {
        assertThat(ask("unknown").path("value")).isEmpty();
        assertThat(ask("a\",\"b\",\"c\",\"d").path("status").asText()).isEqualTo("0");
    }

    @Test
    void remembersAfterARestart() {
        push("D1");
        state("D1");
        caller.put("/__sim/civil-status/behaviour", "{\"decision\":\"PENDING\"}");
        twins.stop();
        twins.start();
        caller = twins.caller();
        signIn();
        assertThat(state("D1")).isEqualTo("3");
        assertThat(state("D1")).isEqualTo("3");
        assertThat(stat("registrations")).isEqualTo(1);
        assertThat(caller.put("/__sim/civil-status/behaviour", "{\"decision\":\"MAYBE\"}"))
                .isEqualTo(400);
    }

    private JsonNode push(String number) {
        return push(number, "{}");
    }

    private JsonNode push(String number, String form) {
        return json(send(
                BASE + "nhanHoSoDKHT",
                "{\"maDonVi\":\"24133\",\"module\":\"LTKS\",\"maHoSoLT\":\"P1\",\"maHoSoMCDT\":\"" + number
                        + "\",\"ngayTiepNhan\":\"22/11/2026 08:00:00\",\"data\":\"" + form + "\"}",
                "Bearer " + token));
    }

    private String state(String number) {
        return ask(number).path("value").path(0).path("trangThai").asText();
    }

    private JsonNode ask(String number) {
        return json(send(
                BASE + "LayKetQua",
                "{\"maDinhDanhHoSo\":[\"" + number + "\"],\"maTinh\":\"66\",\"module\":\"LTKS\"}",
                "Bearer " + token));
    }

    private long stat(String what) {
        return caller.get("/__sim/civil-status/stats").path(what).asLong();
    }

    private HttpResponse<byte[]> send(String path, String body, String authorization) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(twins.url() + path))
                            .header("Authorization", authorization)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return Caller.JSON.readTree(response.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
