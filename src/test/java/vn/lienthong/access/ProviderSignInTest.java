package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.lienthong.access.HttpDriver.Answer;
import vn.lienthong.kernel.SettableClock;

/** Operators who sign in at the province's own provider: real tokens, real signatures, every way to cheat. */
@SpringBootTest(classes = AccessWorld.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("sandbox")
@ContextConfiguration(initializers = AccessDatabase.class)
class ProviderSignInTest {
    private static final OpenIdProvider PROVIDER = new OpenIdProvider();
    private static final String SESSION = "lienthong-session";

    private final HttpDriver http;
    private final JdbcClient jdbc;
    private final SettableClock clock;

    @Autowired
    ProviderSignInTest(@LocalServerPort int port, JdbcClient jdbc, SettableClock clock) {
        this.http = new HttpDriver(port);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("lienthong.access.provider.issuer", PROVIDER::issuer);
        registry.add("lienthong.access.provider.client-id", () -> "truc");
        registry.add("lienthong.access.provider.client-secret-env", () -> "TRUC_SECRET");
        registry.add("TRUC_SECRET", () -> "bí-mật-12345");
        registry.add("lienthong.access.sign-in.second-factor-for", () -> "lead, admin");
        // a person without a password of our own
        registry.add("lienthong.access.operators[3].id", () -> "nguyen.van.a");
        registry.add("lienthong.access.operators[3].name", () -> "Nguyễn Văn A");
        registry.add("lienthong.access.operators[3].role", () -> "lead");
        for (int sandbox = 0; sandbox < 3; sandbox++) {
            String id = new String[] {"operator", "lead", "viewer"}[sandbox];
            String entry = "lienthong.access.operators[" + sandbox + "].";
            registry.add(entry + "id", () -> id);
            registry.add(entry + "name", () -> id);
            registry.add(entry + "role", () -> id);
            registry.add(entry + "password", () -> id);
        }
    }

    @AfterEach
    void behave() {
        PROVIDER.behave();
        clock.reset();
        jdbc.sql("delete from second_factor").update();
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void letsAKnownPersonIn_withTheRightsOfOurOwnList_backToThePageAskedFor() {
        assertThat(http.get("/login", "Accept", "text/html").body()).contains("Đăng nhập một lần của tỉnh");

        Answer in = back(begin("/deliveries?state=PARKED"), "nguyen.van.a");

        assertThat(in.header("Location")).isEqualTo("/deliveries?state=PARKED");
        assertThat(http.get("/v1/session").json().path("role").asText()).isEqualTo("LEAD");
        assertThat(http.get("/desk").json().path("name").asText()).isEqualTo("operator:nguyen.van.a");
        assertThat(http.cookies).containsKey(SESSION).doesNotContainKey("lienthong-provider");
        assertThat(signIns("nguyen.van.a")).isPositive();
    }

    @Test
    void keepsOutWhomOurListDoesNotName() {
        Answer out = back(begin("/"), "somebody.else");

        assertThat(out.header("Location")).isEqualTo("/login?stranger");
        assertThat(http.cookies).doesNotContainKey(SESSION);
        assertThat(http.get("/login?stranger", "Accept", "text/html").body()).contains("chưa được cấp quyền");
    }

    @Test
    void aPersonWithoutAPassword_cannotUseTheForm() {
        assertThat(http.signIn("nguyen.van.a", "").header("Location")).startsWith("/login?error");
        assertThat(http.signIn("nguyen.van.a", "nguyen.van.a").header("Location"))
                .startsWith("/login?error");
    }

    @Test
    void aLeadWithAPassword_setsASecondFactorUpBeforeAnythingElse() {
        int before = signIns("lead");
        Operator lead = new Operator(http.port(), "lead", clock);
        assertThat(lead.http.signIn("lead", "lead", "/desk").header("Location")).isEqualTo("/second-factor?to=%2Fdesk");
        assertThat(lead.isIn()).isFalse();
        assertThat(lead.page("/desk").header("Location")).startsWith("/login");
        assertThat(lead.page(Operator.CODE).header("Location")).isEqualTo("/second-factor");
        assertThat(lead.page(Operator.FACTOR).body()).contains("Vai trò của bạn phải có bước hai");
        assertThat(signIns("lead")).isEqualTo(before);

        lead.enrol();

        assertThat(lead.isIn()).isTrue();
        assertThat(signIns("lead")).isEqualTo(before + 1);
        Operator viewer = new Operator(http.port(), "viewer", clock);
        assertThat(viewer.password().header("Location")).isEqualTo("/");
    }

    @Test
    void ofTwoWhoSetUpAtOnce_theFirstStands_andTheOtherIsAskedForItsCode() {
        Operator lead = new Operator(http.port(), "lead", clock);
        Operator thief = lead.elsewhere();
        lead.password();
        thief.password();
        Phone phone = Phone.reading(thief.page(Operator.FACTOR));
        String token = HttpDriver.hidden(thief.page(Operator.FACTOR).body(), "_csrf");
        lead.enrol();

        Answer late = thief.http.form(Operator.FACTOR, Map.of("code", thief.now(phone), "_csrf", token));

        assertThat(late.header("Location")).isEqualTo(Operator.CODE);
        assertThat(thief.isIn()).isFalse();
        assertThat(lead.isIn()).isTrue();
    }

    @Test
    void aPersonOfTheProvider_hasNoSecondFactorHere() {
        back(begin("/"), "nguyen.van.a");

        assertThat(http.get(Operator.FACTOR, "Accept", "text/html").body())
                .contains("bước hai do nơi ấy hỏi")
                .doesNotContain("otpauth:");
    }

    @Test
    void keepsOutForgedAndForeignTokens() {
        PROVIDER.forge();
        assertThat(back(begin("/"), "nguyen.van.a").header("Location")).isEqualTo("/login?failed");
        PROVIDER.behave();
        PROVIDER.spoil(claims -> claims.audience("another"));
        assertThat(back(begin("/"), "nguyen.van.a").header("Location")).isEqualTo("/login?failed");
        PROVIDER.spoil(claims -> claims.claim("nonce", "of another sign-in"));
        assertThat(back(begin("/"), "nguyen.van.a").header("Location")).isEqualTo("/login?failed");
        PROVIDER.spoil(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))));
        assertThat(back(begin("/"), "nguyen.van.a").header("Location")).isEqualTo("/login?failed");
        PROVIDER.spoil(claims -> claims.issuer("http://elsewhere"));
        assertThat(back(begin("/"), "nguyen.van.a").header("Location")).isEqualTo("/login?failed");
        assertThat(http.cookies).doesNotContainKey(SESSION);
    }

    @Test
    void takesAnAnswerOnlyFromWhoeverAsked() {
        String victims = PROVIDER.signIn(begin("/"), "nguyen.van.a");
        HttpDriver other = new HttpDriver(http.port());

        assertThat(other.get(victims).header("Location")).isEqualTo("/login?failed");
        other.cookies.put("lienthong-provider", "AAAA");
        assertThat(other.get(victims).header("Location")).isEqualTo("/login?failed");
        // the same browser, but the answer to another question
        String first = PROVIDER.signIn(begin("/"), "nguyen.van.a");
        begin("/");
        assertThat(http.get(first).header("Location")).isEqualTo("/login?failed");
        assertThat(http.cookies).doesNotContainKey(SESSION);
    }

    @Test
    void forgetsASignInThatTookTooLong() {
        String answer = PROVIDER.signIn(begin("/"), "nguyen.van.a");
        clock.advance(Duration.ofMinutes(11));

        assertThat(http.get(answer).header("Location")).isEqualTo("/login?failed");
    }

    @Test
    void leadsNowhereElse() {
        assertThat(back(begin("https://elsewhere.example/"), "nguyen.van.a").header("Location"))
                .isEqualTo("/");
    }

    @Test
    void makesNoSession_forWhoeverOnlyBegins() {
        int before = sessions();
        for (int tries = 0; tries < 5; tries++) {
            new HttpDriver(http.port()).get("/login/oauth2/authorization/provider");
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void saysThatTheProviderIsAway_whenItFailsInTheMiddle() {
        String answer = PROVIDER.signIn(begin("/"), "nguyen.van.a");
        PROVIDER.silent(true);

        assertThat(http.get(answer).header("Location")).isEqualTo("/login?failed");
        assertThat(http.get("/login?away", "Accept", "text/html").body()).contains("không trả lời");
    }

    /** To the provider: the address to which the browser is sent. */
    private String begin(String page) {
        Answer door = http.get("/login/provider?to=" + HttpDriver.encoded(page));
        Answer on = http.get(String.valueOf(door.header("Location")).replaceFirst("^http://[^/]+", ""));
        String address = String.valueOf(on.header("Location"));
        assertThat(address)
                .startsWith(PROVIDER.issuer() + "/authorize?")
                .contains("code_challenge_method=S256", "nonce=", "state=", "client_id=truc");
        return address;
    }

    private Answer back(String address, String person) {
        return http.get(PROVIDER.signIn(address, person));
    }

    private int signIns(String operator) {
        return jdbc.sql("select count(*) from audit where who = ? and act = 'SIGN-IN'")
                .param("operator:" + operator)
                .query(Integer.class)
                .single();
    }

    private int sessions() {
        return jdbc.sql("select count(*) from console_session")
                .query(Integer.class)
                .single();
    }
}
