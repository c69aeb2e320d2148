package vn.lienthong.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.document.Sha256Name;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.S3Server;

/** Whatever a store answers, or does not, is told by its cause and never taken for a file. */
class BucketAnswersTest {
    private static final Sha256Name FILE = new Sha256Name("cd".repeat(32));

    @TempDir
    static Path temp;

    private static S3World world;

    @BeforeAll
    static void open() {
        world = new S3World(temp);
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, DENIED",
        "403, InvalidAccessKeyId, KEY_REFUSED",
        "403, SignatureDoesNotMatch, KEY_REFUSED",
        "403, RequestTimeTooSkewed, CLOCK",
        "403, QuotaExceeded, FULL",
        "404, NoSuchBucket, NO_BUCKET",
        "301, PermanentRedirect, REGION",
        "400, AuthorizationHeaderMalformed, REGION",
        "400, BadDigest, DAMAGED",
        "429, TooManyRequests, BUSY",
        "503, SlowDown, BUSY",
        "507, XMinioStorageFull, FULL",
        "500, InternalError, FAILS",
        "418, Teapot, GARBAGE"
    })
    void tellsWhatTheStoreSays(String status, String code, Fault fault) {
        String error = "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>x</Message></Error>";
        try (HttpDouble store = answering(status + " X", "x-amz-request-id: 1\r\n", error)) {
            Bucket bucket = bucket(store.url());

            assertFault(fault, () -> bucket.open(FILE));
            assertFault(fault, () -> put(bucket));
            assertFault(fault, bucket::identity);
        }
    }

    @Test
    void aPageThatSaysYesToEverything_isNoStore() {
        try (HttpDouble page =
                answering("200 OK", "Content-Type: text/html\r\nETag: \"1\"\r\n", "<html>Bảo trì</html>")) {
            Bucket bucket = bucket(page.url());

            assertFault(Fault.GARBAGE, () -> bucket.isThere(FILE));
            assertFault(Fault.GARBAGE, () -> bucket.open(FILE));
            assertFault(Fault.GARBAGE, () -> put(bucket));
            assertFault(Fault.GARBAGE, () -> bucket.remove(FILE));
            assertFault(Fault.GARBAGE, bucket::identity);
        }
    }

    @Test
    void keyThatMayNotLook_isNotToldThatNothingIsThere() {
        try (HttpDouble store = new HttpDouble((request, wire) -> wire.answer(
                request.headers().startsWith("HEAD ") ? "403 Forbidden" : "204 No Content",
                "x-amz-request-id: 1\r\nConnection: close\r\n",
                new byte[0]))) {
            assertFault(Fault.DENIED, () -> bucket(store.url()).isThere(FILE));
        }
    }

    @Test
    void brokenXml_isGarbage() {
        try (HttpDouble store = answering("200 OK", "x-amz-request-id: 1\r\n", "<Initiate")) {
            assertFault(Fault.GARBAGE, () -> bucket(store.url()).prove());
        }
    }

    @Test
    void nobodyThere_silence_noName_andCutAnswers_areToldApart() throws IOException {
        assertFault(Fault.DOWN, () -> bucket(HttpDouble.nobody()).isThere(FILE));
        assertFault(
                Fault.NAME, () -> bucket(URI.create("http://khong-co.invalid")).isThere(FILE));
        try (HttpDouble silent = new HttpDouble((request, wire) -> wire.silence())) {
            assertFault(Fault.SLOW, () -> bucket(silent.url()).isThere(FILE));
        }
        try (HttpDouble dripping = new HttpDouble((request, wire) -> wire.dripHeadForEver(20))) {
            assertFault(Fault.SLOW, () -> bucket(dripping.url()).isThere(FILE));
        }
        try (HttpDouble cutting = new HttpDouble((request, wire) -> wire.rawThenClose(""))) {
            assertFault(Fault.DOWN, () -> bucket(cutting.url()).open(FILE));
        }
        try (HttpDouble broken = new HttpDouble((request, wire) -> wire.rawThenClose("HTTP/1.1 2"))) {
            assertFault(Fault.GARBAGE, () -> bucket(broken.url()).open(FILE));
        }
    }

    @Test
    void asksAgain_asOftenAsToldAndNoMore() {
        try (HttpDouble store = answering("500 X", "x-amz-request-id: 1\r\n", "")) {
            assertFault(
                    Fault.FAILS,
                    () -> world.bucketAt(store.url(), "attempts", "3").open(FILE));

            assertThat(store.requests()).hasSize(3);
        }
    }

    @Test
    void trustsTheAuthorityItWasGiven_andNoOther() throws IOException {
        Path pem = vn.lienthong.testing.MadeUpCertificates.pem(temp.resolve("root.pem"), S3Server.AUTHORITY);
        URI secure = S3Server.shared().secureUrl();

        assertThat(world.bucketAt(secure, "certificates", pem.toString()).isThere(FILE))
                .isFalse();
        assertFault(Fault.TLS, () -> world.bucketAt(secure).isThere(FILE));
        assertThatThrownBy(() -> world.bucketAt(secure, "certificates", temp + "/none"))
                .hasRootCauseInstanceOf(java.nio.file.NoSuchFileException.class);
    }

    @Test
    void takesAChangedKeyFile_withoutARestart() throws IOException {
        Path key = world.key("old", "old");
        Bucket bucket = world.bucket("key-file", key.toString());
        assertFault(Fault.KEY_REFUSED, bucket::identity);

        java.nio.file.Files.writeString(key, S3Server.ACCESS_KEY + "\n" + S3Server.SECRET_KEY + "\n");

        assertThat(bucket.identity()).isEmpty();
    }

    private static Bucket bucket(URI url) {
        return world.bucketAt(url, "attempts", "1", "read-timeout", "300ms", "longest-call", "1s");
    }

    private static void put(Bucket bucket) throws IOException {
        try (Incoming incoming = bucket.begin(FILE)) {
            incoming.body().write(HexFormat.of().parseHex(FILE.hex()));
            incoming.publish();
        }
    }

    private static HttpDouble answering(String status, String headers, String body) {
        return new HttpDouble((request, wire) ->
                wire.answer(status, headers + "Connection: close\r\n", body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertFault(Fault fault, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DepotTrouble.class,
                        trouble -> assertThat(trouble.fault()).isEqualTo(fault));
    }
}
