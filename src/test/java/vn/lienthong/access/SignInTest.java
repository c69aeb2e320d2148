package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.access.HttpDriver.basic;
import static vn.lienthong.access.HttpDriver.bearer;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.access.HttpDriver.Answer;
import vn.lienthong.kernel.SettableClock;

@AccessHttpTest
class SignInTest {
    private static final String SESSION = "lienthong-session";
    private final HttpDriver http;
    private final JdbcClient jdbc;

    @Autowired
    SignInTest(@LocalServerPort int port, JdbcClient jdbc) {
        this.http = new HttpDriver(port);
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @CsvSource({"operator,OPERATOR", "lead,LEAD", "viewer,VIEWER"})
    void letsEachSandboxAccountIn_byTheForm(String user, String role) {
        Answer in = http.signIn(user, user);
        assertThat(in.status()).isEqualTo(302);
        assertThat(in.header("Location")).isEqualTo("/");
        Answer session = http.get("/v1/session");
        assertThat(session.json().path("role").asText()).isEqualTo(role);
        assertThat(session.json().path("csrf").path("header").asText()).isEqualTo("X-CSRF-TOKEN");
        assertThat(http.get("/desk").json().path("name").asText()).isEqualTo("operator:" + user);
    }

    @Test
    void guardsTheCookie() {
        Answer in = http.signIn("lead", "lead");
        assertThat(in.cookies())
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith(SESSION + "=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @ParameterizedTest
    @CsvSource({"operator,wrong", "nobody,nobody", "'',''", "ops,sandbox-ops", "H15.24133,sandbox-H15.24133"})
    void keepsOthersOut(String user, String password) {
        Answer out = http.signIn(user, password, "/deliveries");
        assertThat(out.status()).isEqualTo(302);
        assertThat(out.header("Location")).isEqualTo("/login?error&to=%2Fdeliveries");
        assertThat(http.cookies).doesNotContainKey(SESSION);
        assertThat(http.get(out.header("Location"), "Accept", "text/html").body())
                .contains("Sai tên đăng nhập");
    }

    @Test
    void makesAGuesserWait_whoWritesTheNameWithBlanks(@Autowired SettableClock clock) {
        for (String user : new String[] {"viewer", " viewer", "viewer ", "\tviewer", "  viewer  "}) {
            assertThat(http.signIn(user, "guess").header("Location")).isEqualTo("/login?error");
        }
        assertThat(http.signIn("   viewer", "viewer").header("Location")).isEqualTo("/login?wait");
        clock.advance(Duration.ofSeconds(31));
        assertThat(http.signIn(" viewer", "viewer").header("Location")).isEqualTo("/");
        clock.reset();
    }

    @Test
    void makesAGuesserWait_andNobodyElse(@Autowired SettableClock clock) {
        for (int i = 0; i < 5; i++) {
            assertThat(http.signIn("viewer", "guess" + i).header("Location")).isEqualTo("/login?error");
        }
        assertThat(http.signIn("viewer", "viewer").header("Location")).isEqualTo("/login?wait");
        assertThat(http.get("/login?wait", "Accept", "text/html").body()).contains("hãy chờ");
        assertThat(http.cookies).doesNotContainKey(SESSION);
        assertThat(new HttpDriver(port()).signIn("lead", "lead").header("Location"))
                .isEqualTo("/");
        clock.advance(Duration.ofSeconds(31));
        assertThat(http.signIn("viewer", "viewer").header("Location")).isEqualTo("/");
        clock.reset();
    }

    @Test
    void refusesTheForm_withoutItsToken() {
        Answer out = http.form("/login", Map.of("username", "lead", "password", "lead"));
        assertThat(out.status()).isEqualTo(403);
        assertThat(out.code()).isEqualTo("ACCESS-CSRF");
        assertThat(http.cookies).doesNotContainKey(SESSION);
    }

    @Test
    void makesNoSession_forWhoeverLooksAtTheForm() {
        long before = sessions();
        for (int i = 0; i < 20; i++) {
            new HttpDriver(port()).get("/login", "Accept", "text/html");
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void givesANewSessionId_atSignIn() {
        http.cookies.put(SESSION, "cGxhbnRlZC1ieS1zb21lb25lLWVsc2U=");
        http.signIn("lead", "lead");
        String first = http.cookies.get(SESSION);
        assertThat(first).isNotEqualTo("cGxhbnRlZC1ieS1zb21lb25lLWVsc2U=");
        String token = http.get("/v1/session").json().path("csrf").path("token").asText();
        http.form("/login", Map.of("username", "viewer", "password", "viewer", "_csrf", token));
        assertThat(http.cookies.get(SESSION)).isNotEqualTo(first);
        HttpDriver thief = new HttpDriver(port());
        thief.cookies.put(SESSION, first);
        assertThat(thief.get("/v1/session").status()).isEqualTo(401);
    }

    @Test
    void asksASessionForItsToken_beforeAnyWrite() {
        http.signIn("operator", "operator");
        Answer without = http.post("/v1/probe/act?act=RETRY", "");
        assertThat(without.status()).isEqualTo(403);
        assertThat(without.code()).isEqualTo("ACCESS-CSRF");
        assertThat(without.header("Content-Type")).isEqualTo("application/problem+json");
        Answer wrong = http.post("/v1/probe/act?act=RETRY", "", "X-CSRF-TOKEN", "wrong");
        assertThat(wrong.code()).isEqualTo("ACCESS-CSRF");
        String token = http.get("/v1/session").json().path("csrf").path("token").asText();
        assertThat(http.post("/v1/probe/act?act=RETRY", "", "X-CSRF-TOKEN", token)
                        .body())
                .isEqualTo("done");
        Answer page = http.get("/desk");
        assertThat(http.post(
                                "/v1/probe/act?act=RETRY",
                                "",
                                "X-CSRF-TOKEN",
                                page.json().path("csrf").asText())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesNoTokenOfAnotherSession() {
        HttpDriver other = new HttpDriver(port());
        other.signIn("lead", "lead");
        String foreign =
                other.get("/v1/session").json().path("csrf").path("token").asText();
        http.signIn("lead", "lead");
        assertThat(http.post("/v1/probe/act?act=RETRY", "", "X-CSRF-TOKEN", foreign)
                        .code())
                .isEqualTo("ACCESS-CSRF");
    }

    @ParameterizedTest
    @CsvSource({"viewer,RETRY,403", "operator,RETRY,200", "operator,CANCEL,403", "lead,CANCEL,200"})
    void opensActsByRole(String user, Act act, int status) {
        http.signIn(user, user);
        String token = http.get("/v1/session").json().path("csrf").path("token").asText();
        assertThat(http.post("/v1/probe/act?act=" + act, "", "X-CSRF-TOKEN", token)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void listensToTheToken_whenBothComeAlong() {
        http.signIn("lead", "lead");
        String token = new HttpDriver(port()).token("vnpost");
        assertThat(http.get("/v1/probe", "Authorization", bearer(token))
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("client:vnpost");
        assertThat(http.get("/v1/probe").json().path("name").asText()).isEqualTo("operator:lead");
    }

    @Test
    void sendsAPersonToTheForm_andBack() {
        Answer out = http.get("/deliveries", "Accept", "text/html");
        assertThat(out.status()).isEqualTo(302);
        assertThat(out.header("Location")).isEqualTo("/login?to=%2Fdeliveries");
        assertThat(http.signIn("lead", "lead", "/deliveries").header("Location"))
                .isEqualTo("/deliveries");
    }

    @Test
    void leadsNobodyElsewhere_afterSignIn() {
        assertThat(http.signIn("lead", "lead", "//evil.example/").header("Location"))
                .isEqualTo("/");
    }

    @Test
    void tellsAProgram_insteadOfShowingItAForm() {
        assertThat(http.get("/deliveries").status()).isEqualTo(401);
        assertThat(http.get("/deliveries", "Authorization", basic("lead", "lead"))
                        .code())
                .isEqualTo("ACCESS-TOKEN-MISSING");
    }

    @Test
    void showsAPerson_aPageWhenSomethingIsMissing() {
        http.signIn("lead", "lead");
        Answer page = http.get("/nowhere", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("Không tìm thấy", "HTTP-NOT-FOUND");
    }

    @Test
    void letsPagesLoadNothingFromElsewhere() {
        Answer page = http.get("/login", "Accept", "text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.body()).doesNotContain("<script", "style=");
        assertThat(http.get("/assets/sign-in.css").status()).isEqualTo(200);
    }

    private long sessions() {
        return jdbc.sql("select count(*) from console_session")
                .query(Long.class)
                .single();
    }

    private int port() {
        return http.port();
    }
}
