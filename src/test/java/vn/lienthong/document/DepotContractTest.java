package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.document.internal.Depot;
import vn.lienthong.document.internal.Incoming;
import vn.lienthong.document.internal.S3World;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.kernel.Sha256;

/** What a folder and a bucket promise alike. */
class DepotContractTest {
    private static final byte[] TEXT = "Nguyễn Văn Mẫu, 066090000011".getBytes(StandardCharsets.UTF_8);
    private static final Sha256Name NAME = Sha256Name.of(Sha256.of(TEXT));
    private static final byte[] LARGE = random(12_345_678);
    private static final Sha256Name LARGE_NAME = Sha256Name.of(Sha256.of(LARGE));

    @TempDir
    Path temp;

    private final SettableClock clock = new SettableClock();

    enum Kind {
        FOLDER {
            @Override
            Place open(Path temp) {
                Path files = temp.resolve("files");
                return new Place(
                        () -> new FileFolder(files),
                        () -> new Left(in(files, false), in(files, true)),
                        (name, bytes) -> Files.write(new FileFolder(files).place(name), bytes));
            }
        },
        BUCKET {
            @Override
            Place open(Path temp) {
                S3World world = new S3World(temp);
                return new Place(world::bucket, () -> new Left(world.seen(), world.unfinished()), world::overwrite);
            }
        };

        abstract Place open(Path temp);

        private static List<String> in(Path folder, boolean unfinished) throws IOException {
            try (var all = Files.walk(folder)) {
                return all.filter(Files::isRegularFile)
                        .map(Path::toString)
                        .filter(name -> name.endsWith(".part") == unfinished)
                        .toList();
            }
        }
    }

    record Place(java.util.function.Supplier<Depot> depot, Callable<Left> looking, Overwriting overwriting) {
        FileStore store() {
            return new FileStore(depot.get(), new FileCipher(new byte[32]), settings());
        }

        Left left() throws Exception {
            return looking.call();
        }
    }

    record Left(List<String> seen, List<String> unfinished) {
        static final Left NOTHING = new Left(List.of(), List.of());
    }

    interface Overwriting {
        void write(Sha256Name name, byte[] bytes) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void givesBackWhatItTook_byteForByte(Kind kind) {
        FileStore store = kind.open(temp).store();

        assertThat(store.put(LARGE)).isEqualTo(LARGE_NAME);
        assertThat(store.read(LARGE_NAME)).isEqualTo(LARGE);
        assertThat(store.read(store.put(new byte[0]))).isEmpty();
        assertThat(store.read(store.put(TEXT))).isEqualTo(TEXT);
        assertThat(store.open(Sha256Name.of(Sha256.of(new byte[] {1})))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void holdsNothingReadable(Kind kind) throws IOException {
        Place place = kind.open(temp);
        place.store().put(TEXT);

        try (InputStream raw = place.depot().get().open(NAME).orElseThrow()) {
            assertThat(new String(raw.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("066090000011")
                    .doesNotContain("Nguy");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsNothing_whenTheDigestIsAnother(Kind kind) throws Exception {
        Place place = kind.open(temp);

        assertRefused("ATTACHMENT-DIGEST", () -> place.store().put(LARGE_NAME, from(TEXT)));
        assertRefused("ATTACHMENT-DIGEST", () -> place.store().put(NAME, from(LARGE)));

        assertThat(place.left()).isEqualTo(Left.NOTHING);
    }

    @ParameterizedTest
    @EnumSource
    void keepsNothing_whenTheSenderBreaksOff(Kind kind) throws Exception {
        Place place = kind.open(temp);
        InputStream torn =
                new java.io.SequenceInputStream(new ByteArrayInputStream(LARGE, 0, 11_000_000), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("reset");
                    }
                });

        assertRefused(
                "REQUEST-CUT-OFF", () -> place.store().put(LARGE_NAME, MeasuredStream.of(torn, settings(), clock)));

        assertThat(place.left()).isEqualTo(Left.NOTHING);
    }

    @ParameterizedTest
    @EnumSource
    void showsNothing_beforeItIsPublished(Kind kind) throws Exception {
        Place place = kind.open(temp);
        try (Depot depot = place.depot().get();
                Incoming incoming = depot.begin(LARGE_NAME)) {
            incoming.body().write(LARGE);
            assertThat(place.left().seen()).isEmpty();
            assertThat(depot.isThere(LARGE_NAME)).isFalse();
            assertThat(depot.open(LARGE_NAME)).isEmpty();

            incoming.publish();
            assertThat(depot.isThere(LARGE_NAME)).isTrue();
        }
        assertThat(place.left().unfinished()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void takesTheSameAgain_butOnlyFromWhoHasIt(Kind kind) throws Exception {
        Place place = kind.open(temp);
        FileStore store = place.store();
        store.put(TEXT);

        assertThat(store.put(NAME, from(TEXT))).isEqualTo(TEXT.length);
        assertRefused("ATTACHMENT-DIGEST", () -> store.put(NAME, from(new byte[] {1})));
        assertThat(store.read(NAME)).isEqualTo(TEXT);
        assertThat(place.left().seen()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void keepsOne_whenNodesBringTheSameAtOnce(Kind kind) throws Exception {
        Place place = kind.open(temp);
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Future<Sha256Name>> all = nodes.invokeAll(java.util.Collections.nCopies(
                    4, (Callable<Sha256Name>) () -> place.store().put(LARGE)));
            for (Future<Sha256Name> each : all) {
                assertThat(each.get()).isEqualTo(LARGE_NAME);
            }
        }
        assertThat(place.left().seen()).hasSize(1);
        assertThat(place.left().unfinished()).isEmpty();
        assertThat(place.store().read(LARGE_NAME)).isEqualTo(LARGE);
    }

    @ParameterizedTest
    @EnumSource
    void givesOutNothing_thatWasChangedCutOrSwapped(Kind kind) throws Exception {
        Place place = kind.open(temp);
        place.store().put(TEXT);
        Sha256Name other = place.store().put(new byte[200_000]);
        byte[] sealed = raw(place, NAME);

        for (int at : new int[] {0, 20, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            place.overwriting().write(NAME, changed);
            assertRefused("FILES-UNREACHABLE", () -> place.store().read(NAME));
        }
        place.overwriting().write(NAME, raw(place, other));
        assertRefused("FILES-UNREACHABLE", () -> place.store().read(NAME));
        place.overwriting().write(other, java.util.Arrays.copyOf(raw(place, other), 70_000));
        assertRefused("FILES-UNREACHABLE", () -> place.store().read(other));
    }

    @ParameterizedTest
    @EnumSource
    void sweepsWhatAKilledProcessLeft_butNothingYoung(Kind kind) throws Exception {
        Place place = kind.open(temp);
        Depot depot = place.depot().get();
        Incoming abandoned = depot.begin(LARGE_NAME);
        abandoned.body().write(LARGE);

        assertThat(depot.sweep(Instant.parse("2000-01-01T00:00:00Z"))).isZero();
        assertThat(place.left().unfinished()).hasSize(1);
        assertThat(depot.sweep(clock.now().plus(Duration.ofDays(1)))).isEqualTo(1);
        assertThat(place.left()).isEqualTo(Left.NOTHING);
        assertThat(depot.sweep(clock.now().plus(Duration.ofDays(1)))).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void takesFilesAway_andMindsNotThatTheyAre(Kind kind) throws Exception {
        Place place = kind.open(temp);
        place.store().put(TEXT);
        Depot depot = place.depot().get();

        depot.remove(NAME);
        depot.remove(NAME);

        assertThat(depot.isThere(NAME)).isFalse();
        assertThat(place.left()).isEqualTo(Left.NOTHING);
    }

    @ParameterizedTest
    @EnumSource
    void carriesTheFirstNameItIsGiven_andProvesItselfLeavingNothing(Kind kind) throws Exception {
        Place place = kind.open(temp);
        Depot depot = place.depot().get();
        assertThat(depot.identity()).isEmpty();
        depot.prove();
        assertThat(place.left()).isEqualTo(Left.NOTHING);

        UUID first = depot.identify(UUID.randomUUID());

        assertThat(depot.identify(UUID.randomUUID())).isEqualTo(first);
        assertThat(place.depot().get().identity()).contains(first);
    }

    private static byte[] raw(Place place, Sha256Name name) throws IOException {
        try (InputStream in = place.depot().get().open(name).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private MeasuredStream from(byte[] bytes) {
        return MeasuredStream.of(new ByteArrayInputStream(bytes), settings(), clock);
    }

    private static DocumentProperties settings() {
        return DocumentWorld.settings(Map.of());
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
