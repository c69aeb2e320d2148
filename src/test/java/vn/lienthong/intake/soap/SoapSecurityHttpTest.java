package vn.lienthong.intake.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.intake.soap.SoapCaller.created;
import static vn.lienthong.intake.soap.SoapCaller.envelope;
import static vn.lienthong.intake.soap.SoapCaller.nonce;
import static vn.lienthong.intake.soap.SoapCaller.password;
import static vn.lienthong.intake.soap.SoapCaller.security;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.intake.compat.CompatHttpTest;
import vn.lienthong.testing.MadeUp;

/** Who may speak SOAP to us, and who only tries. */
@CompatHttpTest
class SoapSecurityHttpTest {
    private static final String GET = SoapCaller.get("GetDossier", MadeUp.number());
    private static final String WARD = "H15.24133";

    @LocalServerPort
    private int port;

    private SoapCaller soap;

    @BeforeEach
    void caller() {
        soap = new SoapCaller(port);
    }

    @Test
    void refusesWhoShowsNothingOrTheWrongThing() {
        assertThat(code("")).isEqualTo("SOAP-SECURITY-MISSING");
        assertThat(code(security(""))).isEqualTo("SOAP-SECURITY-MISSING");
        assertThat(code(security(password(WARD, "sandbox-wrong")))).isEqualTo("SOAP-SECURITY");
        assertThat(code(security(password("nobody", "sandbox-nobody")))).isEqualTo("SOAP-SECURITY");
        assertThat(code(security(SoapCaller.token(WARD, "")))).isEqualTo("SOAP-SECURITY");
        assertThat(code(security(password(WARD, "sandbox-" + WARD) + password("H15.02", "sandbox-H15.02"))))
                .isEqualTo("SOAP-SECURITY");
        assertThat(code(security("<x:EncryptedKey xmlns:x=\"http://www.w3.org/2001/04/xmlenc#\"/>"
                        + password(WARD, "sandbox-" + WARD))))
                .isEqualTo("SOAP-SECURITY");
        assertThat(code(security(password(WARD, "<![CDATA[sandbox-" + WARD + "]]>"))))
                .isEqualTo("SOAP-PASSWORD-FORM");
    }

    @Test
    void asksForThePasswordItself_sinceNoneIsKeptThatADigestCouldBeMadeOf() {
        String digest = SoapCaller.digest(WARD).replace("2026-01-01T00:00:00Z", now());

        assertThat(code(security(digest))).isEqualTo("SOAP-PASSWORD-DIGEST");
    }

    @Test
    void takesANonceOnce() {
        String once = withNonce(nonce(UUID.randomUUID().toString()) + created(now()));

        assertThat(code(security(once))).isEqualTo("DOSSIER-NOT-FOUND");
        assertThat(code(security(once))).isEqualTo("SOAP-REPLAYED");
    }

    @Test
    void leavesANonceToItsOwner_whenAStrangerShowsItFirst() {
        String nonce = nonce(UUID.randomUUID().toString()) + created(now());

        assertThat(code(security(withNonce(nonce).replace("sandbox-" + WARD, "guess"))))
                .isEqualTo("SOAP-SECURITY");
        assertThat(code(security(withNonce(nonce)))).isEqualTo("DOSSIER-NOT-FOUND");
    }

    @Test
    void refusesMessagesOutOfTheirTime() {
        String old = Instant.now().minus(20, ChronoUnit.MINUTES).toString();
        String coming = Instant.now().plus(20, ChronoUnit.MINUTES).toString();
        String stale = "<u:Timestamp><u:Created>" + old + "</u:Created><u:Expires>"
                + Instant.now().minus(15, ChronoUnit.MINUTES) + "</u:Expires></u:Timestamp>";

        assertThat(code(security(withNonce(nonce("a") + created(old))))).isEqualTo("SOAP-SECURITY-EXPIRED");
        assertThat(code(security(withNonce(nonce("b") + created(coming))))).isEqualTo("SOAP-SECURITY-EXPIRED");
        assertThat(code(security(withNonce(nonce("c"))))).isEqualTo("SOAP-NONCE-CREATED");
        assertThat(code(security(stale + password(WARD, "sandbox-" + WARD)))).isEqualTo("SOAP-SECURITY-EXPIRED");
    }

    @Test
    void slowsDownWhoGuesses() {
        String guess = security(password("guessed", "sandbox-guess"));
        String last = "";
        for (int tries = 0; tries < 40 && !last.equals("ACCESS-WRONG-SECRETS"); tries++) {
            last = code(guess);
        }
        SoapCaller.Answer held = soap.send(SoapVersion.ONE_TWO, envelope(SoapVersion.ONE_TWO, guess, GET, ""));

        assertThat(last).isEqualTo("ACCESS-WRONG-SECRETS");
        assertThat(held.raw().headers().firstValue("Retry-After")).isPresent();
        assertThat(held.text("retryAfterSeconds")).isNotEmpty();
    }

    @Test
    void mustUnderstandWhatItIsTold() {
        String own = security(password(WARD, "sandbox-" + WARD));
        String addressing =
                "<a:Action xmlns:a=\"http://www.w3.org/2005/08/addressing\" s:mustUnderstand=\"1\">x</a:Action>";

        SoapCaller.Answer must = soap.send(SoapVersion.ONE_ONE, envelope(SoapVersion.ONE_ONE, own, GET, addressing));

        assertThat(must.text("faultcode")).isEqualTo("soap:MustUnderstand");
        assertThat(soap.send(
                                SoapVersion.ONE_ONE,
                                envelope(SoapVersion.ONE_ONE, own, GET, addressing.replace("\"1\"", "\"0\"")))
                        .code())
                .isEqualTo("DOSSIER-NOT-FOUND");
    }

    private static String withNonce(String more) {
        return password(WARD, "sandbox-" + WARD).replace("</w:UsernameToken>", more + "</w:UsernameToken>");
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private String code(String header) {
        return soap.send(SoapVersion.ONE_ONE, envelope(SoapVersion.ONE_ONE, header, GET, ""))
                .code();
    }
}
