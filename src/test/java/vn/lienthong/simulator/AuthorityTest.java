package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.testing.OutsideTool;

/** The sample authority, judged by programs that share no code with it. */
class AuthorityTest {
    private static final Path CERTIFICATES = Path.of("certs-sample").toAbsolutePath();

    @RegisterExtension
    final RunningSimulator twins = new RunningSimulator();

    @TempDir
    Path folder;

    @Nested
    class TimeStamps {
        @Test
        void areConfirmedByOpenSsl() throws Exception {
            OutsideTool openssl = OutsideTool.of("openssl", folder);
            Path data = Files.writeString(folder.resolve("data"), "Quyết định");
            openssl.run("ts", "-query", "-data", "data", "-sha256", "-cert", "-out", "query")
                    .succeeds();
            byte[] answer = twins.caller()
                    .raw("POST", "/tsa", Files.readAllBytes(folder.resolve("query")))
                    .body();
            Files.write(folder.resolve("answer"), answer);

            verify(openssl).succeeds();

            Files.writeString(data, "Quyết định khác");
            verify(openssl).fails();
        }

        private OutsideTool.Outcome verify(OutsideTool openssl) throws Exception {
            long now = twins.clock.instant().getEpochSecond();
            return openssl.run(
                    "ts", "-verify", "-data", "data", "-in", "answer", "-attime", "" + now, "-CAfile", root());
        }

        @Test
        void tellTheTimeOfTheAuthoritysClock() throws Exception {
            Instant right = twins.clock.instant();
            assertThat(stamp(request()).getTimeStampToken().getTimeStampInfo().getGenTime())
                    .isEqualTo(Date.from(right));

            behave("tsa", "{\"clockSeconds\":-3600}");
            assertThat(stamp(request()).getTimeStampToken().getTimeStampInfo().getGenTime())
                    .isEqualTo(Date.from(right.minus(Duration.ofHours(1))));
        }

        @Test
        void doNotAnswerTheQuestion_whenSetTo() throws Exception {
            for (String answer : new String[] {"other-data", "other-nonce"}) {
                behave("tsa", "{\"answer\":\"" + answer + "\"}");
                TimeStampRequest request = request();
                TimeStampResponse response = stamp(request);
                assertThat(response.getStatus()).isZero();
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> response.validate(request))
                        .as(answer)
                        .isInstanceOf(TSPException.class);
            }
        }

        @Test
        void areRefused_whenSetTo_orWhenTheRequestIsNone() throws Exception {
            assertThat(new TimeStampResponse(
                                    twins.caller().send("POST", "/tsa", "x").body())
                            .getStatus())
                    .isEqualTo(2);
            behave("tsa", "{\"answer\":\"refused\"}");
            assertThat(stamp(request()).getTimeStampToken()).isNull();
        }

        private TimeStampRequest request() {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            ASN1ObjectIdentifier sha256 = TSPAlgorithms.SHA256;
            return generator.generate(sha256, new byte[32], java.math.BigInteger.TWO);
        }

        private TimeStampResponse stamp(TimeStampRequest request) throws IOException, TSPException {
            return new TimeStampResponse(
                    twins.caller().raw("POST", "/tsa", request.getEncoded()).body());
        }
    }

    @Nested
    class Revocation {
        @Test
        void isToldToOpenSsl_asItIsSet() throws Exception {
            assertThat(ask("agency-seal")).contains("agency-seal.pem: good").contains("Response verify OK");

            behave("ocsp", "{\"revoked\":\"agency-seal, officer\",\"revokedSecondsAgo\":60}");
            assertThat(ask("agency-seal")).contains("agency-seal.pem: revoked").contains("keyCompromise");
            assertThat(ask("agency-seal-ec")).contains("agency-seal-ec.pem: good");

            behave("ocsp", "{\"answer\":\"unknown\"}");
            assertThat(ask("agency-seal")).contains("agency-seal.pem: unknown");

            behave("ocsp", "{\"answer\":\"try-later\"}");
            assertThat(ask("agency-seal")).contains("trylater");

            behave("ocsp", "{\"answer\":\"unsigned-by-us\"}");
            assertThat(ask("agency-seal")).contains("Response Verify Failure");
        }

        private String ask(String holder) throws Exception {
            return OutsideTool.of("openssl", CERTIFICATES, folder)
                    .run(
                            "ocsp",
                            "-issuer",
                            "issuing-ca.pem",
                            "-cert",
                            holder + ".pem",
                            "-url",
                            twins.url() + "/ocsp",
                            "-CAfile",
                            "root.pem",
                            "-attime",
                            "" + twins.clock.instant().getEpochSecond(),
                            "-validity_period",
                            "4000000000")
                    .text();
        }

        @Test
        void standsInTheListsThatCertificatesPointTo() throws Exception {
            OutsideTool openssl = OutsideTool.of("openssl", folder);
            behave("ocsp", "{\"revoked\":\"agency-seal\"}");
            Files.write(
                    folder.resolve("list"),
                    twins.caller().send("GET", "/ocsp/issuing-ca.crl", "").body());

            String text = openssl.run(
                            "crl",
                            "-inform",
                            "DER",
                            "-in",
                            "list",
                            "-text",
                            "-noout",
                            "-CAfile",
                            CERTIFICATES.resolve("issuing-ca.pem").toString())
                    .succeeds()
                    .text();
            assertThat(text).contains("verify OK").containsOnlyOnce("Serial Number:");
        }

        @Test
        void knowsNoHolderOfAnotherName() {
            assertThat(twins.caller().put("/__sim/ocsp/behaviour", "{\"revoked\":\"nobody\"}"))
                    .isEqualTo(400);
        }
    }

    @Test
    void keepsItsBehaviourThroughARestart() {
        behave("tsa", "{\"clockSeconds\":77}");
        behave("ocsp", "{\"revoked\":\"officer\"}");
        twins.stop();
        twins.start();
        JsonNode tsa = twins.caller().get("/__sim/tsa/behaviour");
        assertThat(tsa.path("clockSeconds").asInt()).isEqualTo(77);
        assertThat(twins.caller().get("/__sim/ocsp/behaviour").path("revoked").asText())
                .isEqualTo("officer");
    }

    private void behave(String platform, String json) {
        assertThat(twins.caller().put("/__sim/" + platform + "/behaviour", json))
                .isEqualTo(200);
    }

    private static String root() {
        return CERTIFICATES.resolve("root.pem").toString();
    }
}
