package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.signing.internal.Engine;
import vn.lienthong.simulator.Simulator;
import vn.lienthong.simulator.SimulatorSettings;

/** A signer and a verifier with the sample authority behind them. */
public final class SigningWorld implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    static final Path CERTIFICATES = Path.of("certs-sample").toAbsolutePath();
    public static final String ROOT = CERTIFICATES.resolve("root.pem").toString();
    static final Content TEXT = content("decision.txt", "Quyết định số 12/QĐ-UBND\n");
    public static final Content XML =
            content("result.xml", "<KetQua xmlns=\"urn:vn:mau\"><MaHoSo>H15.24133-260105-9001</MaHoSo></KetQua>");

    public final SettableClock clock = new SettableClock();
    private Path directory;
    private Simulator simulator;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        directory = Files.createTempDirectory("authority");
        simulator = Simulator.start(SimulatorSettings.in(directory).onPort(0));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clock.reset();
        for (String platform : List.of("tsa", "ocsp")) {
            set(platform, "faults", "{\"mode\":\"none\"}");
            set(platform, "behaviour", "{}");
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        simulator.close();
        FileSystemUtils.deleteRecursively(directory);
    }

    public String url() {
        return simulator.url();
    }

    public void set(String platform, String knob, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/__sim/" + platform + "/" + knob))
                .PUT(BodyPublishers.ofString(json))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public SigningProperties settings() {
        return settings(url() + "/tsa", ROOT);
    }

    public SigningProperties settings(String timeStamps, String... trust) {
        Duration wait = Duration.ofMillis(1500);
        return new SigningProperties(
                Map.of(
                        "agency", key("agency-seal"),
                        "agency-ec", key("agency-seal-ec"),
                        "officer", key("officer"),
                        "officer-ec", key("officer-ec")),
                List.of(trust),
                new SigningProperties.TimeStamps(timeStamps, wait, wait, Duration.ofMinutes(2)),
                new SigningProperties.Revocation(
                        List.of(), url(), wait, wait, java.time.Duration.ofHours(4), java.time.Duration.ofHours(4)));
    }

    static SigningProperties.Key key(String holder) {
        String file = CERTIFICATES.resolve(holder + ".p12").toString();
        return new SigningProperties.Key(file, null, "sandbox-sample", null, null, null);
    }

    public Signer signer() {
        return signer(settings());
    }

    public Signer signer(SigningProperties settings) {
        return new Signer(new Engine(settings, clock));
    }

    /** Renews with stamps of the authority at this address. */
    public Renewer renewer(String timeStamps, RenewalProperties renewal) {
        return new Renewer(new Engine(settings(timeStamps, ROOT), clock), renewal);
    }

    public Verifier verifier() {
        return verifier(settings());
    }

    Verifier verifier(SigningProperties settings) {
        return new Verifier(new Engine(settings, clock));
    }

    /** Signs, and expects that to work. */
    public Content signed(String key, SignatureFormat format, SignatureLevel level, Content... contents) {
        SigningOutcome outcome = signer().sign(new SigningRequest(key, format, level, List.of(contents), null));
        assertThat(outcome).isInstanceOf(SigningOutcome.Signed.class);
        return new Content("signed", ((SigningOutcome.Signed) outcome).bytes());
    }

    /** The only verdict about this document. */
    SignatureVerdict verdict(Content document, Content... contents) {
        Verification verification = verifier().verify(document, List.of(contents));
        assertThat(verification).isInstanceOf(Verification.Judged.class);
        assertThat(((Verification.Judged) verification).signatures()).hasSize(1);
        return ((Verification.Judged) verification).signatures().getFirst();
    }

    static Content sample(SignatureFormat format) {
        return switch (format) {
            case PADES -> pdf();
            case XADES_ENVELOPED -> XML;
            default -> TEXT;
        };
    }

    public static Content content(String name, String text) {
        return new Content(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Content pdf() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(bytes);
            return new Content("result.pdf", bytes.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
