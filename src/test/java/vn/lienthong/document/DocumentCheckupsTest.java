package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.document.internal.S3World;
import vn.lienthong.kernel.Diagnosis;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.testing.HttpDouble;
import vn.lienthong.testing.S3Server;

/** Doctor names what is wrong with where files lie, and changes nothing. */
class DocumentCheckupsTest {
    @TempDir
    Path temp;

    @Test
    void tellsOfTheFolder() throws Exception {
        assertThat(codes(Map.of())).containsExactly("FILES-MISSING");
        Files.createDirectories(temp.resolve("files"));
        assertThat(codes(Map.of())).containsExactly("FILES-DISK");
        assertThat(codes(Map.of("least-disk", "1000000GB"))).containsExactly("FILES-DISK-FULL");
        assertThat(codes(Map.of("folder", temp + "/none"))).containsExactly("FILES-MISSING");
    }

    @Test
    void namesEachSettingThatIsMissing() throws Exception {
        List<Diagnosis> found = examine(Map.of("store", "s3"));

        assertThat(found).hasSize(3).allSatisfy(each -> {
            assertThat(each.code()).isEqualTo("FILES-SETTINGS");
            assertThat(each.found().vi()).startsWith("lienthong.document.s3.");
        });
    }

    @Test
    void tellsOfTheStore_withCauseAndRemedy_writingNothing() throws Exception {
        S3World world = new S3World(temp);
        Map<String, String> fit = Map.of(
                "store",
                "s3",
                "s3.endpoint",
                S3Server.shared().url().toString(),
                "s3.bucket",
                world.name,
                "s3.key-file",
                closed(world.key(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)));

        assertThat(codes(fit)).containsExactly("FILES-STORE-NEW");
        assertThat(world.seen()).isEmpty();
        assertThat(codes(but(fit, "s3.prefix", "a/"))).containsExactly("FILES-STORE-NEW");
        assertThat(codes(but(fit, "s3.bucket", "khong-co"))).containsExactly("FILES-NO-BUCKET");
        assertThat(codes(but(fit, "s3.key-file", closed(world.key("a", "b"))))).containsExactly("FILES-KEY-REFUSED");
        assertThat(codes(but(fit, "s3.key-file", temp + "/none"))).containsExactly("FILES-KEY-FILE");
        assertThat(codes(but(fit, "s3.certificates", temp + "/none"))).containsExactly("FILES-CERTIFICATES");
        assertThat(codes(but(fit, "s3.endpoint", HttpDouble.nobody().toString())))
                .containsExactly("FILES-DOWN");
        assertThat(examine(but(fit, "s3.endpoint", HttpDouble.nobody().toString()))
                        .getFirst()
                        .remedy())
                .isNotNull();
        world.bucket("prefix", "").identify(java.util.UUID.randomUUID());
        assertThat(codes(fit)).containsExactly("FILES-STORE");
    }

    @Test
    void warnsOfAKeyThatEverybodyCanRead() throws Exception {
        S3World world = new S3World(temp);
        Path key = world.key(S3Server.ACCESS_KEY, S3Server.SECRET_KEY);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(codes(Map.of(
                        "store",
                        "s3",
                        "s3.endpoint",
                        S3Server.shared().url().toString(),
                        "s3.bucket",
                        world.name,
                        "s3.key-file",
                        key.toString())))
                .containsExactly("FILES-KEY-OPEN", "FILES-STORE-NEW");
    }

    private static String closed(Path key) throws java.io.IOException {
        return Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"))
                .toString();
    }

    private static Map<String, String> but(Map<String, String> fit, String name, String value) {
        Map<String, String> all = new HashMap<>(fit);
        all.put(name, value);
        return all;
    }

    private List<String> codes(Map<String, String> settings) throws Exception {
        return examine(settings).stream().map(Diagnosis::code).toList();
    }

    private List<Diagnosis> examine(Map<String, String> settings) throws Exception {
        return DocumentCheckups.of(DocumentWorld.settings(settings), temp, new SettableClock())
                .getFirst()
                .examine();
    }
}
