package vn.lienthong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.access.HttpDriver.basic;
import static vn.lienthong.access.HttpDriver.bearer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.access.HttpDriver.Answer;
import vn.lienthong.access.internal.token.TokenKeys;
import vn.lienthong.kernel.SettableClock;

@AccessHttpTest
class BearerTest {
    private static final String US = "http://localhost:8080";
    private final HttpDriver http;
    private final SettableClock clock;
    private final TokenKeys keys;

    @Autowired
    BearerTest(@LocalServerPort int port, SettableClock clock, TokenKeys keys) {
        this.http = new HttpDriver(port);
        this.clock = clock;
        this.keys = keys;
    }

    @AfterEach
    void backToTheMachinesTime() {
        clock.reset();
    }

    @Test
    void asksForAToken_whereThereIsNone() {
        Answer answer = http.get("/v1/probe");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("ACCESS-TOKEN-MISSING");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"lienthong\"");
        assertThat(answer.json().path("traceId").asText()).isEqualTo(answer.header("Trace-Id"));
    }

    @Test
    void asksForAToken_whenAWriteComesWithoutAnything() {
        assertThat(http.post("/v1/probe", "{}", "Content-Type", "application/json")
                        .code())
                .isEqualTo("ACCESS-TOKEN-MISSING");
    }

    @Test
    void takesNoPasswordInPlaceOfAToken() {
        Answer answer = http.get("/v1/probe", "Authorization", basic("ops", "sandbox-ops"));
        assertThat(answer.code()).isEqualTo("ACCESS-TOKEN-MISSING");
    }

    @Test
    void takesNoTokenInTheAddress() {
        assertThat(http.get("/v1/probe?access_token=" + http.token("ops")).code())
                .isEqualTo("ACCESS-TOKEN-MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Bearer a b", "Bearer ..", "Bearer ééé"})
    void refusesGarbage(String header) {
        Answer answer = http.get("/v1/probe", "Authorization", header);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).startsWith("ACCESS-TOKEN-");
    }

    @Test
    void refusesAnExpiredToken_alsoOneSeenBefore() {
        String seen = http.token("ops");
        String unseen = http.token("ops");
        assertThat(http.get("/v1/probe", "Authorization", bearer(seen)).status())
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(66));
        for (String token : List.of(seen, unseen)) {
            Answer answer = http.get("/v1/probe", "Authorization", bearer(token));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("ACCESS-TOKEN-EXPIRED");
            assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        }
        assertThat(http.get("/v1/probe", "Authorization", bearer(http.token("ops")))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {-4, 64})
    void takesATokenOfANodeWhoseClockIsMinutesAway_fromItsBeginToItsEnd(int minutes) {
        String token = http.token("ops");

        clock.advance(Duration.ofMinutes(minutes));

        assertThat(http.get("/v1/probe", "Authorization", bearer(token)).status())
                .isEqualTo(200);
    }

    @Test
    void refusesATokenWithOneCharacterChanged() {
        String token = http.token("ops");
        int at = token.indexOf('.') + 20;
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        refused(token.substring(0, at) + other + token.substring(at + 1));
        int inSignature = token.lastIndexOf('.') + 20;
        char another = token.charAt(inSignature) == 'A' ? 'B' : 'A';
        refused(token.substring(0, inSignature) + another + token.substring(inSignature + 1));
        refused(token.substring(0, token.lastIndexOf('.') + 1));
    }

    @Test
    void refusesAlgorithmNone() {
        refused(new PlainJWT(claims(US, "ops").build()).serialize());
    }

    @Test
    void refusesASecretAlgorithm_keyedWithOurPublicKey() throws Exception {
        byte[] known = keys.signing().toRSAPublicKey().getEncoded();
        refused(signed(JWSAlgorithm.HS256, keys.signing().getKeyID(), new MACSigner(known), claims(US, "ops")));
    }

    @Test
    void refusesAnotherAlgorithmOfOurKey() throws Exception {
        refused(signed(
                JWSAlgorithm.RS512, keys.signing().getKeyID(), new RSASSASigner(keys.signing()), claims(US, "ops")));
    }

    @Test
    void refusesAStrangersKey_underOurKeyId() throws Exception {
        RSAKey stranger = new RSAKeyGenerator(2048).generate();
        refused(signed(JWSAlgorithm.RS256, keys.signing().getKeyID(), new RSASSASigner(stranger), claims(US, "ops")));
        refused(signed(JWSAlgorithm.RS256, "unknown", new RSASSASigner(stranger), claims(US, "ops")));
    }

    @Test
    void refusesAnotherIssuer_evenWithOurKey() throws Exception {
        refused(ours(claims("https://elsewhere.example", "ops")));
    }

    @Test
    void refusesAWithdrawnClient() throws Exception {
        refused(ours(claims(US, "withdrawn")));
        refused(ours(claims(US, "operator")));
    }

    @Test
    void refusesATokenWithoutEnd() throws Exception {
        refused(ours(claims(US, "ops").expirationTime(null)));
    }

    @Test
    void refusesATokenOfTomorrow() throws Exception {
        refused(ours(claims(US, "ops").notBeforeTime(Date.from(clock.now().plusSeconds(86_400)))));
    }

    @Test
    void givesNoScope_thatTheClientWasNeverGiven() throws Exception {
        String grand = ours(claims(US, "ops").claim("scope", List.of("operator.read", "dossier.write")));
        Answer answer = http.get("/v1/probe", "Authorization", bearer(grand));
        assertThat(answer.json().path("scopes").toString()).isEqualTo("[\"operator.read\"]");
    }

    @Test
    void closesAnActToWhoeverLacksTheScope() {
        Answer answer = http.post(
                "/v1/probe",
                "{\"number\":1}",
                "Content-Type",
                "application/json",
                "Authorization",
                bearer(http.token("vnpost")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("ACCESS-SCOPE");
    }

    @ParameterizedTest
    @CsvSource({
        "H15.24133,H15.24133,200",
        "H15.24133,000.24.15.H15,200",
        "H15.24133,H15.24133.07,200",
        "H15.24133,H15.02,404",
        "H15.24133,H15,404",
        "H15.24133,H99.14,404",
        "H15.02,H15.24133,404"
    })
    void showsAnAgency_itsOwnTreeAlone(String client, String agency, int status) {
        Answer answer = http.get("/v1/probe/dossiers/" + agency, "Authorization", bearer(http.token(client)));
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void answersTheAboutPageToAnyone_butNoInvalidToken() {
        assertThat(http.get("/v1/about").status()).isEqualTo(200);
        assertThat(http.get("/v1/about", "Authorization", "Bearer x").status()).isEqualTo(401);
    }

    @Test
    void makesNoSession() {
        http.get("/v1/probe", "Authorization", bearer(http.token("ops")));
        http.get("/v1/probe");
        http.get("/v1/nowhere", "Authorization", bearer(http.token("ops")));
        http.get("/actuator/health");
        http.post("/compat/nowhere", "{}");
        assertThat(http.cookies).isEmpty();
    }

    private void refused(String token) {
        Answer answer = http.get("/v1/probe", "Authorization", bearer(token));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("ACCESS-TOKEN-INVALID");
    }

    private JWTClaimsSet.Builder claims(String issuer, String subject) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .claim("scope", List.of("operator.read"))
                .expirationTime(Date.from(clock.now().plusSeconds(600)));
    }

    private String ours(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(JWSAlgorithm.RS256, keys.signing().getKeyID(), new RSASSASigner(keys.signing()), claims);
    }

    private static String signed(JWSAlgorithm algorithm, String kid, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }
}
