package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.testing.OutsideTool;

/** {@code simulator --make-certificates DIR}. */
class MakeCertificatesTest {
    private static final String[] HOLDERS = {
        "tsa", "ocsp", "agency-seal", "agency-seal-ec", "officer", "officer-ec", "issuing-ca"
    };

    @TempDir
    Path folder;

    @Test
    void makesAnAuthorityThatOpenSslBelieves_markedAsSample() throws Exception {
        OutsideTool openssl = OutsideTool.of("openssl", folder);
        assertThat(run("--make-certificates", folder.toString())).isZero();

        for (String holder : HOLDERS) {
            String file = holder + ".pem";
            openssl.run("verify", "-x509_strict", "-CAfile", "root.pem", "-untrusted", "issuing-ca.pem", file)
                    .succeeds();
            assertThat(openssl.run("x509", "-in", file, "-noout", "-subject", "-issuer")
                            .text())
                    .contains("SAMPLE");
            openssl.run("x509", "-in", file, "-noout", "-checkend", Integer.toString(5 * 365 * 86_400))
                    .succeeds();
            openssl.run("pkcs12", "-in", holder + ".p12", "-passin", "pass:sandbox-sample", "-noout")
                    .succeeds();
        }
    }

    @Test
    void refusesToGuessWhere() {
        assertThat(run("--make-certificates")).isEqualTo(2);
    }

    private static int run(String... arguments) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return SimulatorCommand.run(arguments, nowhere, nowhere);
    }
}
