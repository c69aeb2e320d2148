package vn.lienthong.inbox.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.inbox.InboxWorld;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.StartCheck;
import vn.lienthong.testing.TestDatabase;

/** What may be registered, and what is kept of it. */
class CallbacksTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final InboxWorld SANDBOX = InboxWorld.local(DATABASE);
    private static final InboxWorld PRODUCTION =
            new InboxWorld(DATABASE, Map.of("callback.hosts", "*.gov.vn,127.0.0.1,localhost,2.2.2.2"));
    private static final String WARD = InboxWorld.WARD;
    private static final String URL = "http://127.0.0.1:9999/hook";

    @AfterAll
    static void close() {
        SANDBOX.close();
        PRODUCTION.close();
    }

    @BeforeEach
    void clear() {
        SANDBOX.clear();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "hook",
                "/hook",
                "ftp://2.2.2.2/",
                "file:///etc/passwd",
                "http://2.2.2.2/hook",
                "https:///hook",
                "https://user:pass@2.2.2.2/",
                "https://2.2.2.2/#x",
                "https://2.2.2.2:0/",
                "https://2.2.2.2:70000/",
                "https://2.2.2.2/đ",
                "https://2.2.2.2/ x",
                "javascript:alert(1)"
            })
    void refusesWhatIsNoAddressToPushTo(@Nullable String url) {
        assertThat(refusal(PRODUCTION, url, null)).isEqualTo("INBOX-CALLBACK-URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/",
                "https://3.3.3.3/",
                "https://127.0.0.1/hook",
                "https://localhost/hook",
                "https://gov.vn.example.com/"
            })
    void refusesHostsThatAreNotListed_andThoseThatStandInside(String url) {
        assertThat(refusal(PRODUCTION, url, null)).isEqualTo("INBOX-CALLBACK-HOST");
    }

    @Test
    void takesAListedHostWithPublicAddress() {
        assertThat(callbacks(PRODUCTION).put(WARD, "https://2.2.2.2/hook?x=1", null, InboxWorld.system(WARD)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_", "whsec_c2hvcnQ=", "not base64!", "whsec_%%%", "x"})
    void refusesASecretThatIsNone(String secret) {
        assertThat(refusal(SANDBOX, URL, secret)).isEqualTo("INBOX-CALLBACK-SECRET");
    }

    @Test
    void refusesASecretThatIsTooLong() {
        assertThat(refusal(SANDBOX, URL, "whsec_" + Base64.getEncoder().encodeToString(new byte[65])))
                .isEqualTo("INBOX-CALLBACK-SECRET");
    }

    @Test
    void makesASecret_showsItOnce_andKeepsItSealed() {
        String made =
                callbacks(SANDBOX).put(WARD, URL, null, InboxWorld.system(WARD)).orElseThrow();

        byte[] stored = SANDBOX.jdbc().queryForObject("select secret from inbox_callback", byte[].class);
        assertThat(Base64.getDecoder().decode(made.substring("whsec_".length())))
                .hasSize(32);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(SigningSecret.read(made).key(), StandardCharsets.ISO_8859_1));
        assertThat(shown().secret()).isNull();
    }

    @Test
    void doesNotShowASecretThatTheReceiverBrought() {
        Optional<String> shown =
                callbacks(SANDBOX).put(WARD, URL, CallbackWorld.SECRET.text(), InboxWorld.system(WARD));

        assertThat(shown).isEmpty();
    }

    @Test
    void takesTheLastRegistration_andForgetsItWhenRemoved() {
        callbacks(SANDBOX).put(WARD, URL, null, InboxWorld.system(WARD));
        callbacks(SANDBOX).put(WARD, URL + "/2", null, InboxWorld.system(WARD));
        assertThat(shown().url()).isEqualTo(URL + "/2");

        callbacks(SANDBOX).remove(WARD, InboxWorld.system(WARD));
        callbacks(SANDBOX).remove(WARD, InboxWorld.system(WARD));

        assertThat(SANDBOX.get(CallbackRepository.class).find(WARD)).isEmpty();
        assertThat(SANDBOX.jdbc()
                        .queryForList(
                                "select act from audit where subject = ? order by id", String.class, "inbox:" + WARD))
                .endsWith("inbox.callback.put", "inbox.callback.put", "inbox.callback.remove");
    }

    /** The sample of the specification's own documentation. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value =
                    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw;msg_p5jXN8AQM9LWM0D4loKWxJek;1614265330;{\"test\": 2432232314};"
                            + "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    void signsAsOthersDo(String secret, String id, long at, String body, String signature) {
        assertThat(SigningSecret.read(secret)
                        .sign(id, Instant.ofEpochSecond(at), body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(signature);
        assertThat(SigningSecret.read(secret.substring("whsec_".length())).text())
                .isEqualTo(secret);
        assertThat(SigningSecret.read(secret)).hasToString("SigningSecret");
    }

    @Test
    void staysClosedInProduction_whatOnlyTheSandboxMayHave() {
        assertThat(SANDBOX.get(StartCheck.class).findings()).hasSize(2);
        assertThat(PRODUCTION.get(StartCheck.class).findings()).isEmpty();
    }

    private static CallbackView shown() {
        CallbackRepository rows = SANDBOX.get(CallbackRepository.class);
        return CallbackView.of(rows.find(WARD).orElseThrow(), null, List.of());
    }

    private static Callbacks callbacks(InboxWorld world) {
        return world.get(Callbacks.class);
    }

    private static String refusal(InboxWorld world, @Nullable String url, @Nullable String secret) {
        String[] code = new String[1];
        assertThatThrownBy(() -> callbacks(world).put(WARD, url, secret, InboxWorld.system(WARD)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(422);
                    code[0] = refused.problem().code();
                });
        return code[0];
    }
}
