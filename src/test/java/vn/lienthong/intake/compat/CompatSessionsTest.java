package vn.lienthong.intake.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.intake.compat.CompatCaller.Answer;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.kernel.Sha256;

@CompatHttpTest
class CompatSessionsTest {
    private static final String WARD = "H15.24133";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private SettableClock clock;

    @Autowired
    private CompatSessions sessions;

    private CompatCaller caller;

    @BeforeEach
    void connect() {
        caller = new CompatCaller(port);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void opens_forNameAndSecret() {
        Answer answer = caller.login(WARD, "sandbox-" + WARD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("error_code").textValue()).isEqualTo("0");
        assertThat(answer.json().path("session").asText()).matches("[0-9a-f]{64}");
        assertThat(answer.raw().headers().firstValue("Content-Type").orElse("")).contains("charset=UTF-8");
    }

    @Test
    void refuses_wrongOnes_inOneWay() {
        Answer wrongSecret = caller.login(WARD, "sandbox-H15.02");
        Answer unknown = caller.login("H15.99999", "sandbox-H15.99999");

        assertThat(wrongSecret.status()).isEqualTo(200);
        assertThat(wrongSecret.code()).isEqualTo("-14");
        assertThat(wrongSecret.json().has("session")).isFalse();
        assertThat(unknown.body()).isEqualTo(wrongSecret.body());
    }

    @Test
    void refuses_loginsThatAreNone() {
        for (String body :
                List.of("{", "[]", "{}", "{\"username\":\"H15.24133\"}", "{\"username\":[],\"password\":{}}")) {
            Answer answer = caller.post("/compat/dvcqg/mapi/login", body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.code()).as(body).isIn("-1", "-6", "-7");
        }
    }

    @Test
    void opens_whateverTheBodyIsCalled() {
        for (String type : List.of("application/x-www-form-urlencoded", "text/plain", "nonsense")) {
            Answer answer = caller.post(
                    "/compat/dvcqg/mapi/login",
                    "{\"username\":\"H15.24133\",\"password\":\"sandbox-H15.24133\"}".getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    type,
                    "Accept",
                    "text/html");
            assertThat(answer.code()).as(type).isEqualTo("0");
        }
    }

    @Test
    void keepsEarlierSessions_whenTheClientSignsInAgain() {
        String first = caller.login(WARD);
        String second = caller.login(WARD);

        assertThat(first).isNotEqualTo(second);
        assertThat(listing(first).code()).isEqualTo("0");
        assertThat(listing(second).code()).isEqualTo("0");
    }

    @Test
    void rests_asADigestOnly() {
        String session = caller.login(WARD);

        List<byte[]> hashes = jdbc.queryForList("select hash from compat_session", byte[].class);
        assertThat(hashes)
                .anyMatch(hash -> java.util.Arrays.equals(hash, Sha256.of(session.getBytes(StandardCharsets.UTF_8))));
        assertThat(jdbc.queryForList("select client || hash::text from compat_session", String.class))
                .noneMatch(row -> row.contains(session));
    }

    @Test
    void isOver_whenUnusedForItsTime() {
        String session = caller.login(WARD);

        clock.advance(Duration.ofMinutes(31));

        Answer answer = listing(session);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.code()).isEqualTo("-2");
        assertThat(answer.json().path("code").asText()).isEqualTo("SESSION-OVER");
    }

    @Test
    void livesOn_withUse_butNotForEver() {
        String session = caller.login(WARD);

        for (int i = 0; i < 28; i++) {
            clock.advance(Duration.ofMinutes(25));
            assertThat(listing(session).code()).as("after %d rounds", i + 1).isEqualTo("0");
        }
        clock.advance(Duration.ofMinutes(25));

        assertThat(listing(session).code()).isEqualTo("-2");
    }

    @Test
    void isRemoved_onceOver() {
        caller.login(WARD);
        clock.advance(Duration.ofDays(2));

        sessions.forgetOver();

        assertThat(jdbc.queryForObject("select count(*) from compat_session", Integer.class))
                .isZero();
    }

    @Test
    void endsTheOneUnusedForLongest_whenThereAreTooMany() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            opened.add(caller.login("H15.02"));
            clock.advance(Duration.ofSeconds(10));
        }
        clock.advance(Duration.ofMinutes(5));
        assertThat(listing(opened.getFirst(), "H15.02").code()).isEqualTo("0");

        caller.login("H15.02");

        assertThat(listing(opened.get(0), "H15.02").code()).isEqualTo("0");
        assertThat(listing(opened.get(1), "H15.02").code()).isEqualTo("-2");
        assertThat(listing(opened.get(2), "H15.02").code()).isEqualTo("0");
    }

    @Test
    void refuses_madeUpOnes() {
        for (String made : List.of("", "x", "0".repeat(64), "'; drop table compat_session; --", "é".repeat(64))) {
            assertThat(listing(made).code()).isEqualTo("-2");
        }
        assertThat(caller.direct("{\"service\":\"LayDanhSachTTHC\",\"madonvi\":\"H15.24133\"}")
                        .code())
                .isEqualTo("-2");
    }

    @Test
    void letsNobodySpeakForAnotherAgency() {
        Answer answer = listing(caller.login(WARD), "H15.02");

        assertThat(answer.code()).isEqualTo("-11");
        assertThat(listing(caller.login(WARD), "H15").code()).isEqualTo("-11");
        assertThat(listing(caller.login("ops"), "H15").code()).isEqualTo("-11");
    }

    private Answer listing(String session) {
        return listing(session, WARD);
    }

    private Answer listing(String session, String agency) {
        return caller.direct(CompatCaller.call(session, agency, "LayDanhMucLinhVuc"));
    }
}
