package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.lienthong.access.TestAccess;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** What whoever holds a link gets. */
class LinkControllerTest {
    private static final Duration LIFE = Duration.ofDays(30);

    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static DocumentWorld world;
    private static LinkController controller;

    @BeforeAll
    static void open() {
        world = new DocumentWorld(TestDatabase.fresh(), SIGNING);
        controller = new LinkController(
                new LinkToken(world.dossiers.seal.derive("document link")),
                world.linkRows,
                world.files,
                world.results,
                new Downloads(world.store),
                TestAccess.audit(JdbcClient.create(world.dossiers.jdbc), world.dossiers.clock));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void isGivenTheDocument_whichIsCountedAndAudited() throws IOException {
        byte[] document = xml("một");
        UUID result = world.attached(world.dossier(), document, false, "PORTAL");
        String token = token(result);

        MockHttpServletResponse answer = fetch("GET", token);

        assertThat(answer.getContentAsByteArray()).isEqualTo(document);
        assertThat(answer.getContentType()).isEqualTo("application/xml");
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment; filename=")
                .contains(".xml");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Content-Length")).isEqualTo(Integer.toString(document.length));
        assertThat(fetches(result)).isOne();
        assertThat(audited(result)).containsExactly("partner:portal DONE");
    }

    @Test
    void aMereLook_isNoFetch() throws IOException {
        UUID result = world.attached(world.dossier(), xml("hai"), false, "PORTAL");

        MockHttpServletResponse answer = fetch("HEAD", token(result));

        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(fetches(result)).isZero();
    }

    @Test
    void givesNothing_onceItsTimeIsOver() {
        UUID result = world.attached(world.dossier(), xml("ba"), false, "PORTAL");
        String token = token(result);
        world.dossiers.clock.advance(LIFE.plusSeconds(5));
        try {
            assertRefused(410, "LINK-OVER", token);
        } finally {
            world.dossiers.clock.reset();
        }
        assertThat(fetches(result)).isZero();
    }

    @Test
    void answersAlike_whetherMadeUpMistypedOrOfAnotherGateway() {
        String others = new LinkToken(new byte[32]).of(UUID.randomUUID());
        String ours = new LinkToken(world.dossiers.seal.derive("document link")).of(UUID.randomUUID());

        for (String token : List.of("x", others, ours, "../../etc/passwd")) {
            assertRefused(404, "LINK-UNKNOWN", token);
        }
    }

    @Test
    void resultToBeSealed_isNotGivenOut_beforeItIs() {
        UUID result = world.attached(world.dossier(), xml("bốn"), true, "PORTAL");

        assertRefused(503, "RESULT-NOT-SEALED-YET", token(result));
    }

    @Test
    void resultWithABrokenSignature_isGivenToNobody() {
        UUID result = world.attached(world.dossier(), xml("năm"), false, "PORTAL");
        world.dossiers.jdbc.update("update document_result set state = 'WITHHELD' where id = ?", result);

        assertRefused(404, "LINK-UNKNOWN", token(result));
    }

    @Test
    void damagedFile_isAFailure_notAHalfAnswer() throws IOException {
        byte[] document = xml("sáu");
        UUID result = world.attached(world.dossier(), document, false, "PORTAL");
        Files.write(new FileFolder(world.folder).place(Sha256Name.of(Sha256.of(document))), new byte[200]);

        assertRefused(503, "FILES-UNREACHABLE", token(result));

        assertThat(fetches(result)).isZero();
        assertThat(audited(result)).containsExactly("partner:portal FAILED");
    }

    private static String token(UUID result) {
        UUID id = world.link(LinkTarget.result(result, result, "H15-x", MadeUp.WARD), LIFE);
        return new LinkToken(world.dossiers.seal.derive("document link")).of(id);
    }

    private static MockHttpServletResponse fetch(String method, String token) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        controller.fetch(token, new MockHttpServletRequest(method, "/links/" + token), response);
        return response;
    }

    private static void assertRefused(int status, String code, String token) {
        assertThatThrownBy(() -> fetch("GET", token)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(status);
            assertThat(refused.problem().code()).isEqualTo(code);
        });
    }

    private static int fetches(UUID result) {
        return world.dossiers.jdbc.queryForObject(
                "select fetches from document_link where document = ?", Integer.class, "result:" + result);
    }

    private static List<String> audited(UUID result) {
        return world.dossiers.jdbc.queryForList(
                "select who || ' ' || outcome from audit where subject = ?", String.class, "result:" + result);
    }

    private static byte[] xml(String text) {
        return ("<KetQua>" + text + " " + UUID.randomUUID() + "</KetQua>").getBytes(StandardCharsets.UTF_8);
    }
}
