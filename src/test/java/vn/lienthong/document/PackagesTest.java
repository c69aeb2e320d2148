package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Scopes;
import vn.lienthong.kernel.Sha256;
import vn.lienthong.signing.SigningWorld;
import vn.lienthong.testing.TestDatabase;

/** Packages of files from outside: what comes out, and what is not let out. */
class PackagesTest {
    private static final Caller POST =
            new Caller("vnpost", "Bưu điện", null, Set.of(Scopes.POST_HANDOVER), null, Caller.Kind.CLIENT);

    @RegisterExtension
    static final SigningWorld SIGNING = new SigningWorld();

    private static DocumentWorld world;
    private static Packages packages;

    @BeforeAll
    static void open() {
        world = new DocumentWorld(TestDatabase.fresh(), SIGNING);
        packages = new Packages(
                world.store, world.files, world.attachments, new Packages.Limits(20, 3 << 20, 6 << 20, 50));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void keepsEachFileUnderItsDigest_inTheHandOfWhoBroughtThePackage() {
        byte[] one = text("tờ khai");
        byte[] two = text("giấy chứng sinh");

        int count = packages.unpack(brought(zip("giấy/tờ khai.pdf", one, "giấy/2.pdf", two)), POST);

        assertThat(count).isEqualTo(2);
        assertThat(world.attachments.inHand(POST, Set.of(name(one), name(two)))).hasSize(2);
        assertThat(world.store.read(name(two))).isEqualTo(two);
        assertThat(world.attachments.inHand(DocumentWorld.WARD, Set.of(name(one))))
                .isEmpty();
    }

    @Test
    void doesNotOpenAPackageInside() {
        byte[] inside = zip("a.txt", text("bên trong"));

        packages.unpack(brought(zip("trong.zip", inside)), POST);

        assertThat(world.attachments.inHand(POST, Set.of(name(inside), name(text("bên trong")))))
                .containsExactly(name(inside));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/../../b", "/etc/passwd", "C:\\a", "a\\b", "a\nb", "C:/a"})
    void refusesNamesThatLeadSomewhere(String entry) {
        assertRefused("PACKAGE-NAME", zip(entry, text("x")));
    }

    @Test
    void refusesABomb() {
        assertRefused("PACKAGE-TOO-LARGE", zip("0", new byte[2 << 20]));
        assertRefused("PACKAGE-TOO-LARGE", zip("lớn", noise(4 << 20)));
        assertRefused(
                "PACKAGE-TOO-LARGE", zip("1", noise(2 << 20), "2", noise(2 << 20), "3", noise(2 << 20), "4", noise(1)));
        Object[] many = IntStream.range(0, 42)
                .mapToObj(i -> i % 2 == 0 ? (Object) ("tệp " + i) : text("" + i))
                .toArray();
        assertRefused("PACKAGE-TOO-LARGE", zip(many));
    }

    @Test
    void refusesALyingSize_andWhatIsCutOrNoZip() {
        byte[] sound = zip("a", noise(5000));
        byte[] cut = Arrays.copyOf(sound, 3000);
        byte[] bent = sound.clone();
        bent[2000] ^= 1;
        assertRefused("PACKAGE-BROKEN", cut);
        assertRefused("PACKAGE-BROKEN", bent);
        assertRefused("PACKAGE-EMPTY", text("không phải zip"));
        assertRefused("PACKAGE-EMPTY", zip("thư mục/", new byte[0]));
    }

    @Test
    void unpacksNothingThatSomebodyElseBrought() {
        Sha256Name theirs = world.put(zip("a", text("của phường")), DocumentWorld.WARD);

        assertThatThrownBy(() -> packages.unpack(theirs, POST)).hasMessageContaining("PACKAGE-MISSING");
    }

    private static void assertRefused(String code, byte[] zip) {
        assertThatThrownBy(() -> packages.unpack(brought(zip), POST)).hasMessageContaining(code);
    }

    private static Sha256Name brought(byte[] zip) {
        return world.put(zip, POST);
    }

    private static Sha256Name name(byte[] file) {
        return Sha256Name.of(Sha256.of(file));
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A package of names and contents in turn. */
    private static byte[] zip(Object... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (int i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) parts[i]));
                zip.write((byte[]) parts[i + 1]);
                zip.closeEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}
