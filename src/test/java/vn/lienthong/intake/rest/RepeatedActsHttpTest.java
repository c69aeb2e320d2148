package vn.lienthong.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.lienthong.access.Caller;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.testing.Client;
import vn.lienthong.testing.Reply;

/** An Idempotency-Key on writes that are no part of the intake's own transactions, from outside. */
@CompatHttpTest
class RepeatedActsHttpTest {
    private static final String CALLBACK = "/v1/inbox/callback";
    private static final String URL = "{\"url\":\"http://127.0.0.1:9/hook\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private final String key = UUID.randomUUID().toString();
    private Client ward = new Client("", "");

    @BeforeEach
    void signIn() {
        ward = client("H15.24133");
    }

    @Test
    void registersACallbackOnce_andTellsTheSecretItMadeToTheRepeatToo() {
        String url = URL.replace(":9/", ":10009/");
        Reply first = call("PUT", CALLBACK, url).expect(200);
        Reply again = call("PUT", CALLBACK, url).expect(200);

        assertThat(first.json().path("secret").asText()).startsWith("whsec_");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Content-Type")).startsWith("application/json");
        assertThat(audited("127.0.0.1:10009")).isEqualTo(1);
        assertThat(stored()).doesNotContain("whsec_");
    }

    @Test
    void refusesTheKeyOfAnotherCallback() {
        call("PUT", CALLBACK, URL).expect(200);

        assertThat(call("PUT", CALLBACK, URL.replace("hook", "other"))
                        .expect(422)
                        .code())
                .isEqualTo("IDEMPOTENCY-MISMATCH");
        assertThat(call("DELETE", CALLBACK, null).expect(422).code()).isEqualTo("IDEMPOTENCY-MISMATCH");
    }

    @Test
    void judgesARefusedCallbackAnew() {
        assertThat(call("PUT", CALLBACK, "{\"url\":\"ftp://x\"}").expect(422).code())
                .isEqualTo("INBOX-CALLBACK-URL");
        assertThat(call("PUT", CALLBACK, URL).expect(200).header("Idempotency-Replayed"))
                .isEmpty();
    }

    @Test
    void removesACallbackOnce_evenWhenAnotherWasRegisteredSince() {
        ward.call("PUT", CALLBACK, URL.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
        call("DELETE", CALLBACK, null).expect(204);
        ward.call("PUT", CALLBACK, URL.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");

        Reply again = call("DELETE", CALLBACK, null).expect(204);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        ward.get(CALLBACK).expect(200);
    }

    @Test
    void tellsHowManyWaybillsItTook_notHowManyAreNewInTheRepeat() {
        ward = client("ops");
        String body =
                "{\"customer\":\"KH-%s\",\"items\":[\"EB%09dVN\"]}".formatted(key, System.nanoTime() % 1_000_000_000);

        assertThat(call("POST", "/v1/post/waybills", body)
                        .expect(200)
                        .json()
                        .path("added")
                        .asInt())
                .isEqualTo(1);
        assertThat(call("POST", "/v1/post/waybills", body)
                        .expect(200)
                        .json()
                        .path("added")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void answersACitizenOnce_inPlainText() {
        ward = client("auditor");
        String asked = "{\"personalId\":\"066090000011\",\"request\":\"Đơn số 12\"}";
        Reply first = call("POST", "/v1/data-tracker/exports", asked).expect(200);
        Reply again = call("POST", "/v1/data-tracker/exports", asked).expect(200);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Content-Type")).startsWith("text/plain");
        assertThat(again.header("Cache-Control")).contains("no-store");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(stored()).doesNotContain("Đơn số 12");
        assertThat(replays(first)).isZero();
        assertThat(replays(again)).isEqualTo(1);
    }

    @Test
    void bindsTheKeyToTheRightsOfTheCaller_inWhateverOrderTheyCome() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/v1/citizen-lookups");
        String before = RepeatedActs.asked(caller(Set.of("a", "b"), OperatorRole.LEAD), request);

        assertThat(RepeatedActs.asked(caller(new LinkedHashSet<>(List.of("b", "a")), OperatorRole.LEAD), request))
                .isEqualTo(before);
        assertThat(RepeatedActs.asked(caller(Set.of("a"), OperatorRole.LEAD), request))
                .isNotEqualTo(before);
        assertThat(RepeatedActs.asked(caller(Set.of("a", "b"), null), request)).isNotEqualTo(before);
    }

    private Reply call(String method, String path, @Nullable String body) {
        return ward.call(
                method,
                path,
                body == null ? null : body.getBytes(StandardCharsets.UTF_8),
                "Idempotency-Key",
                key,
                "Content-Type",
                "application/json");
    }

    private int audited(String receiver) {
        Integer times = jdbc.queryForObject(
                "select count(*) from audit where act = 'inbox.callback.put' and reason = ?", Integer.class, receiver);
        return times == null ? 0 : times;
    }

    private int replays(Reply told) {
        Integer times = jdbc.queryForObject(
                "select count(*) from audit where act = 'idempotency.replay' and who = 'client:auditor'"
                        + " and subject = '/v1/data-tracker/exports' and trace_id = ?",
                Integer.class,
                told.header("Trace-Id"));
        return times == null ? 0 : times;
    }

    private static Caller caller(Set<String> scopes, @Nullable OperatorRole role) {
        return new Caller("someone", "Someone", null, scopes, role, Caller.Kind.CLIENT);
    }

    private String stored() {
        byte[] answer = jdbc.queryForObject("select answer from idempotency where key = ?", byte[].class, key);
        return new String(answer == null ? new byte[0] : answer, StandardCharsets.UTF_8);
    }

    private Client client(String id) {
        return Client.of("http://127.0.0.1:" + port, id);
    }
}
