package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.access.HttpDriver.bearer;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.access.HttpDriver.Answer;

@AccessHttpTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {
    private final int port;
    private final HttpDriver http;
    private String token = "";

    ProblemsTest(@LocalServerPort int port) {
        this.port = port;
        this.http = new HttpDriver(port);
    }

    @BeforeEach
    void signIn() {
        token = bearer(http.token("H15.24133"));
    }

    @Test
    void speaksVietnamese_unlessEnglishIsAskedFor() {
        Answer vietnamese = http.get("/v1/nowhere", "Authorization", token);
        assertThat(vietnamese.json().path("title").asText()).isEqualTo("Không tìm thấy");
        Answer english = http.get("/v1/nowhere", "Authorization", token, "Accept-Language", "en-GB,en;q=0.8,vi;q=0.1");
        assertThat(english.json().path("title").asText()).isEqualTo("Not found");
        Answer odd = http.get("/v1/nowhere", "Authorization", token, "Accept-Language", "§§;q=x");
        assertThat(odd.json().path("title").asText()).isEqualTo("Không tìm thấy");
        Answer french = http.get("/v1/nowhere", "Authorization", token, "Accept-Language", "fr, en;q=0.5");
        assertThat(french.json().path("title").asText()).isEqualTo("Not found");
    }

    @Test
    void hasEveryFieldOfAProblem() {
        Answer answer = http.get("/v1/nowhere", "Authorization", token);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:problem-type:lienthong:HTTP-NOT-FOUND");
        assertThat(answer.json().path("status").asInt()).isEqualTo(404);
        assertThat(answer.json().path("detail").asText()).isNotBlank();
        assertThat(answer.json().path("traceId").asText()).isEqualTo(answer.header("Trace-Id"));
        assertThat(answer.json().path("errors").isArray()).isTrue();
    }

    @Test
    void tellsTheMethodsThatWork() {
        Answer answer = http.post("/v1/session", "{}", "Authorization", token);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("HTTP-METHOD");
        assertThat(answer.header("Allow")).isEqualTo("GET");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain,{},415,HTTP-CONTENT-TYPE",
        "application/json,{,400,HTTP-BAD-REQUEST",
        "application/json,'{\"number\":\"x\"}',400,HTTP-BAD-REQUEST",
        "application/json,'',400,HTTP-BAD-REQUEST",
        "garbage,{},415,HTTP-CONTENT-TYPE"
    })
    void refusesWhatCannotBeRead(String type, String body, int status, String code) {
        Answer answer = http.post("/v1/probe", body, "Authorization", token, "Content-Type", type);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void refusesAMissingOrWrongParameter() {
        assertThat(http.post("/v1/probe/act", "", "Authorization", token).status())
                .isEqualTo(400);
        assertThat(http.post("/v1/probe/act?act=FLY", "", "Authorization", token)
                        .code())
                .isEqualTo("HTTP-BAD-REQUEST");
    }

    @Test
    void hidesWhatBroke_andLogsItOnce(CapturedOutput log) {
        Answer answer = http.get("/v1/probe/broken", "Authorization", token);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("INTERNAL");
        assertThat(answer.body()).doesNotContain("secret detail", "IllegalState", "at vn.");
        String id = answer.json().path("traceId").asText();
        assertThat(log.getOut().lines().filter(line -> line.contains(id)))
                .singleElement()
                .asString()
                .contains("ERROR");
    }

    @Test
    void survivesAnEndlessRecursion() {
        assertThat(http.get("/v1/probe/deep", "Authorization", token).code()).isEqualTo("INTERNAL");
        assertThat(http.get("/v1/probe", "Authorization", token).status()).isEqualTo(200);
    }

    @Test
    void saysWhenTheDatabaseIsAway() {
        Answer answer = http.get("/v1/probe/away", "Authorization", token);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("DATABASE-UNREACHABLE");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void answersACompatibleCaller_inItsOwnShape() {
        Answer answer = http.get("/compat/broken");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("error_code").asText()).isEqualTo("-15");
        assertThat(answer.json().path("message").asText()).isNotBlank();
        Answer nowhere = http.get("/compat/dvcqg/nowhere", "Accept", "text/html");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.json().path("error_code").asText()).isEqualTo("-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1//probe",
                "/v1/probe;a=b",
                "/v1/%2e%2e/probe",
                "/v1/pro%2Fbe",
                "/v1/pro%00be",
                "/v1/pro%0abe",
                "/v1/%"
            })
    void refusesATrickyAddress_withAProblem(String path) throws IOException {
        String answer = raw(
                "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + token + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer).contains("application/problem+json", "\"code\":\"HTTP-BAD-REQUEST\"", "Trace-Id: ");
    }

    @Test
    void staysInShape_whenTheServerItselfRefuses() throws IOException {
        String answer = raw("GET /v1/a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("<html", "Tomcat", "java.");
        String large = raw("GET /v1/probe HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(70_000) + "\r\n\r\n");
        assertThat(large).startsWith("HTTP/1.1 4").doesNotContain("<html", "Tomcat", "java.");
    }

    @Test
    void takesTheCallersTraceId_whenItIsWellFormed() {
        String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        assertThat(http.get("/v1/probe", "traceparent", parent).header("Trace-Id"))
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(http.get("/v1/probe", "X-Request-Id", "a-17.b:c_9").header("Trace-Id"))
                .isEqualTo("a-17.b:c_9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "x\tERROR forged",
                "<script>",
                "é",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void makesItsOwnTraceId_ratherThanTrustThis(String given) throws IOException {
        String answer = raw("GET /v1/probe HTTP/1.1\r\nHost: x\r\nX-Request-Id: " + given + "\r\ntraceparent: 00-"
                + "0".repeat(32) + "-00f067aa0ba902b7-01\r\nConnection: close\r\n\r\n");
        assertThat(answer).containsPattern("Trace-Id: [0-9a-f]{32}\r\n");
    }

    @Test
    void answersTheErrorAddressItself_asNothing() {
        assertThat(http.get("/error", "Authorization", token).status()).isIn(401, 404);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
