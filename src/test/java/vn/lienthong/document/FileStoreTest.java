package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.kernel.Sha256;

class FileStoreTest {
    private static final byte[] TEXT = "Nguyễn Văn Mẫu, 066090000011".getBytes(StandardCharsets.UTF_8);
    private static final Sha256Name NAME = Sha256Name.of(Sha256.of(TEXT));

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();

    private FileStore store(String... settings) {
        Map<String, String> more = settings.length == 0 ? Map.of() : Map.of(settings[0], settings[1]);
        return new FileStore(new FileFolder(folder), new FileCipher(new byte[32]), DocumentWorld.settings(more));
    }

    @Test
    void givesBackWhatItTook_byteForByte_alsoAcrossManySegments() {
        byte[] large = new byte[1_000_003];
        new Random(7).nextBytes(large);

        Sha256Name name = store().put(large);

        assertThat(name).isEqualTo(Sha256Name.of(Sha256.of(large)));
        assertThat(store().read(name)).isEqualTo(large);
        assertThat(store().read(store().put(new byte[0]))).isEmpty();
    }

    @Test
    void liesOnDiskEncrypted_underItsDigest() throws IOException {
        store().put(TEXT);

        Path place = folder.toRealPath()
                .resolve(NAME.hex().substring(0, 2))
                .resolve(NAME.hex().substring(2, 4))
                .resolve(NAME.hex());
        assertThat(Files.readString(place, StandardCharsets.ISO_8859_1))
                .doesNotContain("066090000011")
                .doesNotContain("Nguy");
    }

    @Test
    void keepsNothing_whenTheDigestIsAnother() {
        Sha256Name other = Sha256Name.of(Sha256.of(new byte[] {1}));

        assertRefused(422, "ATTACHMENT-DIGEST", () -> store().put(other, from(TEXT)));

        assertThat(files()).isEmpty();
        assertThat(store().isThere(other)).isFalse();
    }

    @Test
    void keepsNothing_whenTheSenderBreaksOff() {
        InputStream torn = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("reset");
                }
                return 7;
            }
        };

        assertRefused(400, "REQUEST-CUT-OFF", () -> store().put(NAME, MeasuredStream.of(torn, settings(), clock)));

        assertThat(files()).isEmpty();
    }

    @Test
    void cutsOffWhatIsTooLargeOrTooSlow() {
        byte[] twoMegabytes = new byte[2 << 20];
        DocumentProperties small = DocumentWorld.settings(Map.of("largest-attachment", "1MB"));
        DocumentProperties hasty = DocumentWorld.settings(Map.of("longest-upload", "-1s"));

        assertRefused(
                413,
                "ATTACHMENT-TOO-LARGE",
                () -> store().put(NAME, MeasuredStream.of(new ByteArrayInputStream(twoMegabytes), small, clock)));
        assertRefused(
                400,
                "REQUEST-CUT-OFF",
                () -> store().put(NAME, MeasuredStream.of(new ByteArrayInputStream(TEXT), hasty, clock)));
        assertThat(files()).isEmpty();
    }

    @Test
    void takesTheSameAgain_butOnlyFromWhoHasIt() {
        store().put(TEXT);

        assertThat(store().put(NAME, from(TEXT))).isEqualTo(TEXT.length);
        assertRefused(422, "ATTACHMENT-DIGEST", () -> store().put(NAME, from(new byte[] {1})));
        assertThat(store().read(NAME)).isEqualTo(TEXT);
        assertThat(files()).hasSize(1);
    }

    @Test
    void givesOutNothing_thatWasChangedCutOrSwapped() throws IOException {
        Sha256Name other = store().put(new byte[200_000]);
        store().put(TEXT);
        Path place = new FileFolder(folder).place(NAME);
        byte[] sealed = Files.readAllBytes(place);

        for (int at : new int[] {0, 20, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            Files.write(place, changed);
            assertRefused(503, "FILES-UNREACHABLE", () -> store().read(NAME));
        }
        Files.copy(new FileFolder(folder).place(other), place, StandardCopyOption.REPLACE_EXISTING);
        assertRefused(503, "FILES-UNREACHABLE", () -> store().read(NAME));
        Path large = new FileFolder(folder).place(other);
        Files.write(large, java.util.Arrays.copyOf(Files.readAllBytes(large), 70_000));
        assertRefused(503, "FILES-UNREACHABLE", () -> store().read(other));
    }

    @Test
    void opensNothing_withAnotherKey() {
        store().put(TEXT);
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;

        FileStore stranger = new FileStore(new FileFolder(folder), new FileCipher(otherKey), settings());

        assertRefused(503, "FILES-UNREACHABLE", () -> stranger.read(NAME));
    }

    @Test
    void stopsALargeFile_onceTheDiskIsLow_andLeavesNothing() {
        byte[] large = new byte[9 << 20];

        assertRefused(503, "DISK-LOW", () -> store("least-disk", "1000000GB").put(large));

        assertThat(files()).isEmpty();
    }

    @Test
    void knowsWhetherThereIsRoom() {
        assertThat(store().roomFor(1000)).isTrue();
        assertThat(store("least-disk", "1000000GB").roomFor(0)).isFalse();
        assertThat(store().roomFor(Long.MAX_VALUE / 2)).isFalse();
    }

    @Test
    void removesHalfUploads_atTheStart_andOldOnesLater() throws IOException {
        FileFolder own = new FileFolder(folder);
        Path part = Files.write(own.incoming().resolve("a.part"), TEXT);
        HalfUploads started = new HalfUploads(own, settings(), clock);
        assertThat(part).doesNotExist();

        Path young = Files.write(own.incoming().resolve("b.part"), TEXT);
        started.sweepNowAndThen();
        assertThat(young).exists();
        clock.advance(Duration.ofHours(2));
        started.sweepNowAndThen();
        assertThat(young).doesNotExist();
        assertThat(started.sweep(Instant.MAX)).isZero();
    }

    private static DocumentProperties settings() {
        return DocumentWorld.settings(Map.of());
    }

    private MeasuredStream from(byte[] bytes) {
        return MeasuredStream.of(new ByteArrayInputStream(bytes), settings(), clock);
    }

    private List<Path> files() {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void assertRefused(
            int status, String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(status);
            assertThat(refused.problem().code()).isEqualTo(code);
        });
    }
}
