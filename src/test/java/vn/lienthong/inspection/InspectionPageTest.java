package vn.lienthong.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.lienthong.access.AddressPace;
import vn.lienthong.document.DocumentWorld;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.signing.TestSigning;
import vn.lienthong.testing.TestDatabase;

class InspectionPageTest {
    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static DocumentWorld world;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final InspectionProperties settings =
            new InspectionProperties(true, DataSize.ofKilobytes(200), 1, 5, Duration.ofSeconds(5));
    private final MockMvc page = MockMvcBuilders.standaloneSetup(new InspectionPage(
                    new Inspector(SIGNING.verifier(), new Evidences(TestSigning.offline(), new SettableClock())),
                    new Uploads(settings, SIGNING.clock),
                    world.issued,
                    new AddressPace.Maker(SIGNING.clock, registry),
                    registry,
                    settings))
            .setViewResolvers(views())
            .build();

    @BeforeAll
    static void open() {
        world = new DocumentWorld(TestDatabase.fresh(), SIGNING);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static ThymeleafViewResolver views() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    @Test
    void asksForAFile_inTheLanguageWanted_andKeepsOutOfSearchEnginesAndCaches() throws Exception {
        MockHttpServletResponse vietnamese = show("/verify");
        assertThat(vietnamese.getContentAsString())
                .contains(
                        "<html lang=\"vi\"",
                        "Kiểm tra tài liệu ký số",
                        "enctype=\"multipart/form-data\"",
                        "hreflang=\"en\"")
                .contains("<label for=\"document\"", "id=\"document\"")
                .doesNotContain("<script", "style=\"", "http://", "https://");
        assertThat(vietnamese.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(vietnamese.getHeader("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(show("/verify?lang=en").getContentAsString())
                .contains("<html lang=\"en\"", "Verify a signed document", "action=\"/verify?lang=en\"");
    }

    @Test
    void tellsThatADocumentIsWhole_andWhoSignedIt() throws Exception {
        String told = send("/verify", pdf()).getContentAsString();
        assertThat(told).contains("Nguyên vẹn", "phường Mẫu", "PAdES-BASELINE-T", "SHA-256: <code>");
        assertThat(registry.get("lienthong.inspections")
                        .tag("outcome", "GOOD")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(send("/verify?lang=en", pdf()).getContentAsString()).contains("Whole: nothing was changed");
    }

    @Test
    void tellsWhatIsWrong() throws Exception {
        byte[] changed = pdf();
        changed[new String(changed, StandardCharsets.ISO_8859_1).indexOf("/MediaBox") + 1] = 'm';
        assertThat(send("/verify", changed).getContentAsString())
                .contains("Không được tin", "<strong>Sai: </strong>")
                .doesNotContain("Nguyên vẹn");
        assertThat(send("/verify", "<b>xin chào</b><script>".getBytes(StandardCharsets.UTF_8))
                        .getContentAsString())
                .contains("không phải tài liệu")
                .doesNotContain("<script>");
        assertThat(send("/verify", new byte[0]).getContentAsString()).contains("Hãy chọn một tệp");
    }

    @Test
    void comparesWithTheResultOfTheQrCode() throws Exception {
        byte[] document = pdf();
        UUID id = world.attached(world.dossier(), document, false);
        assertThat(show("/verify/" + id).getContentAsString()).contains("Mã QR thuộc về một kết quả");
        assertThat(send("/verify/" + id, document).getContentAsString()).contains("đúng từng byte");
        assertThat(send("/verify/" + id, pdf()).getContentAsString()).contains("KHÁC với mọi bản");
        for (String unknown : new String[] {UUID.randomUUID().toString(), "x", "%3Cscript%3E"}) {
            assertThat(show("/verify/" + unknown).getContentAsString())
                    .contains("không có kết quả nào mang số")
                    .doesNotContain("<script");
        }
    }

    @Test
    void takesNothingTooLarge() {
        assertThat(refused(new byte[300_000])).isEqualTo(413);
    }

    @Test
    void holdsOneAddressToAPace_andNotAnother() throws Exception {
        for (int i = 0; i < 5; i++) {
            send("/verify", new byte[0]);
        }
        assertThat(refused(new byte[0])).isEqualTo(429);
        page.perform(upload("/verify", new byte[0]).with(request -> {
            request.setRemoteAddr("203.0.113.9");
            return request;
        }));
    }

    private int refused(byte[] document) {
        int[] status = new int[1];
        assertThatThrownBy(() -> send("/verify", document))
                .isInstanceOf(ServletException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> status[0] = refused.problem().status());
        return status[0];
    }

    private MockHttpServletResponse show(String address) throws Exception {
        return page.perform(get(java.net.URI.create(address))).andReturn().getResponse();
    }

    private MockHttpServletResponse send(String address, byte[] document) throws Exception {
        return page.perform(upload(address, document)).andReturn().getResponse();
    }

    /** As a browser sends it: not taken apart yet. */
    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder upload(
            String address, byte[] document) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--frame\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.pdf\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(document);
        body.writeBytes("\r\n--frame--\r\n".getBytes(StandardCharsets.UTF_8));
        return post(address).contentType("multipart/form-data; boundary=frame").content(body.toByteArray());
    }

    private static byte[] pdf() {
        return SIGNING.signed("agency", SignatureFormat.PADES, SignatureLevel.T, SigningWorld.pdf())
                .bytes();
    }
}
