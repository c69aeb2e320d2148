package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.simulator.authority.SampleAuthority;
import vn.lienthong.testing.OutsideTool;

/** What production refuses to start with. */
class SampleCertificatesTest {
    @TempDir
    Path folder;

    @Test
    void refusesTheCommittedSamples_asKeyAndAsTrust() {
        assertThat(findings(Map.of("agency", SigningWorld.key("agency-seal")), SigningWorld.ROOT))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.vi()).contains("chứng thư mẫu"));
    }

    @Test
    void refusesASampleAuthorityMadeAnew() {
        SampleAuthority.make(folder, SampleAuthority.ADDRESS, Clock.systemUTC());
        assertThat(findings(Map.of(), folder.resolve("root.pem").toString())).hasSize(1);
    }

    @Test
    void refusesWhatCannotBeRead() {
        SigningProperties.Key missing = new SigningProperties.Key("/nowhere.p12", null, "x", null, null, null);
        assertThat(findings(Map.of("agency", missing), "/nowhere.pem"))
                .extracting(Bilingual::en)
                .allSatisfy(text -> assertThat(text).contains("cannot be read", "/nowhere"));
    }

    @Test
    void acceptsAnybodyElsesCertificate_andNone() throws Exception {
        OutsideTool.of("openssl", folder)
                .run(
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-keyout",
                        "key",
                        "-out",
                        "real.pem",
                        "-subj",
                        "/CN=Root")
                .succeeds();
        assertThat(findings(Map.of(), folder.resolve("real.pem").toString())).isEmpty();
        assertThat(findings(Map.of())).isEmpty();
    }

    private static List<Bilingual> findings(Map<String, SigningProperties.Key> keys, String... trust) {
        Duration wait = Duration.ofSeconds(1);
        return new SampleCertificates(new SigningProperties(
                        keys,
                        List.of(trust),
                        new SigningProperties.TimeStamps(null, wait, wait, wait),
                        new SigningProperties.Revocation(
                                List.of(),
                                null,
                                wait,
                                wait,
                                java.time.Duration.ofHours(4),
                                java.time.Duration.ofHours(4))))
                .findings();
    }
}
