package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.lienthong.access.Caller;
import vn.lienthong.access.OperatorRole;
import vn.lienthong.access.Scopes;
import vn.lienthong.access.TestAccess;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.TestDatabase;

/** Who may bring and take files, and what a full house says. */
class AttachmentControllerTest {
    private static final byte[] FILE = "Tờ khai".getBytes(StandardCharsets.UTF_8);
    private static final String NAME = Sha256Name.of(Sha256.of(FILE)).hex();
    private static final Caller POST = new Caller(
            "vnpost", "Bưu điện", null, Set.of(Scopes.POST_HANDOVER, Scopes.DOSSIER_READ), null, Caller.Kind.CLIENT);

    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static DocumentWorld world;

    @BeforeAll
    static void open() {
        world = new DocumentWorld(TestDatabase.fresh(), SIGNING);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void keepsTheMediaTypeOfTheFirst_andAnswersTheSameAgain() throws IOException {
        byte[] file = "kiểu".getBytes(StandardCharsets.UTF_8);
        String name = Sha256Name.of(Sha256.of(file)).hex();

        ResponseEntity<AttachmentController.Kept> first = put(name, file, "image/png", DocumentWorld.WARD);
        ResponseEntity<AttachmentController.Kept> again =
                put(name.toUpperCase(java.util.Locale.ROOT), file, "text/html", DocumentWorld.WARD);

        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(again.getStatusCode().value()).isEqualTo(200);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        MockHttpServletResponse answer = new MockHttpServletResponse();
        controller("uploads", "4").get(name, DocumentWorld.WARD, answer);
        assertThat(answer.getContentType()).isEqualTo("image/png");
        assertThat(answer.getContentAsByteArray()).isEqualTo(file);
    }

    @Test
    void nonsenseAsAType_isNoType() throws IOException {
        byte[] file = "không kiểu".getBytes(StandardCharsets.UTF_8);
        String name = Sha256Name.of(Sha256.of(file)).hex();

        assertThat(put(name, file, "*/*", DocumentWorld.WARD).getBody().mediaType())
                .isEqualTo("application/octet-stream");
    }

    @Test
    void thePostBringsFilesOfItsOwn_whichAgenciesDoNotSee() throws IOException {
        put(NAME, FILE, "application/pdf", POST);

        assertThat(world.attachments.find(new Sha256Name(NAME), POST)).isPresent();
        assertThat(world.attachments.find(new Sha256Name(NAME), DocumentWorld.WARD))
                .isEmpty();
    }

    @Test
    void operatorsBringNothing_andWhoMayNotWriteNeither() {
        assertRefused("ACCESS-SCOPE", () -> put(NAME, FILE, null, TestAccess.operator(OperatorRole.LEAD)));
        Caller reader = new Caller("x", "x", "H15.02", Set.of(Scopes.DOSSIER_READ), null, Caller.Kind.CLIENT);
        assertRefused("ACCESS-SCOPE", () -> put(NAME, FILE, null, reader));
        Caller stranger = new Caller("x", "x", "H15.02", Set.of(), null, Caller.Kind.CLIENT);
        assertRefused(
                "ACCESS-SCOPE", () -> controller("uploads", "4").get(NAME, stranger, new MockHttpServletResponse()));
    }

    @Test
    void whatIsAnnouncedTooLarge_orFindsNoRoom_isNotRead() {
        assertRefused(
                "ATTACHMENT-TOO-LARGE",
                () -> controller("largest-attachment", "1B").put(NAME, DocumentWorld.WARD, request(FILE, null)));
        assertRefused(
                "DISK-LOW",
                () -> controller("least-disk", "1000000GB").put(NAME, DocumentWorld.WARD, request(FILE, null)));
    }

    private static ResponseEntity<AttachmentController.Kept> put(String name, byte[] file, String type, Caller caller)
            throws IOException {
        return controller("uploads", "4").put(name, caller, request(file, type));
    }

    private static MockHttpServletRequest request(byte[] file, String type) {
        MockHttpServletRequest request = new MockHttpServletRequest("PUT", "/v1/attachments/x");
        request.setContent(file);
        request.setContentType(type);
        return request;
    }

    private static AttachmentController controller(String setting, String value) {
        DocumentProperties settings = DocumentWorld.settings(Map.of(setting, value));
        FileStore store = new FileStore(
                new FileFolder(world.folder), new FileCipher(world.dossiers.seal.derive("document file")), settings);
        return new AttachmentController(
                store,
                world.files,
                world.attachments,
                new Downloads(store),
                world.dossiers.rights,
                settings,
                world.dossiers.clock,
                world.dossiers.transaction);
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
