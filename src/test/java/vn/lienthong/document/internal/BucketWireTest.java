package vn.lienthong.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import vn.lienthong.document.Sha256Name;
import vn.lienthong.testing.FaultyWire;
import vn.lienthong.testing.S3Server;

/** A real store behind a wire that fails: what was begun is finished or leaves nothing, and nothing damaged is seen. */
class BucketWireTest {
    private static final Sha256Name FILE = new Sha256Name("ef".repeat(32));
    private static final byte[] CONTENT = content();

    @TempDir
    Path temp;

    private S3World world;
    private FaultyWire wire;
    private Bucket bucket;

    @BeforeEach
    void open() {
        world = new S3World(temp);
        wire = new FaultyWire(S3Server.shared().url());
        bucket = world.bucketAt(wire.url());
    }

    @AfterEach
    void close() {
        bucket.close();
        wire.close();
    }

    @Test
    void sendsThePartAgain_whoseConnectionWasCut() throws IOException {
        wire.cutAfterSending(7_000_000);

        put(bucket);

        assertThat(wire.cuts()).isEqualTo(1);
        assertThat(read(bucket)).isEqualTo(CONTENT);
        assertThat(world.unfinished()).isEmpty();
    }

    @Test
    void leavesNothing_whenTheStoreGoesAwayInTheMiddle() throws IOException {
        try (Incoming incoming = bucket.begin(FILE)) {
            incoming.body().write(CONTENT);
            wire.away(true);
            assertFault(Fault.DOWN, incoming::publish);
        }
        wire.away(false);

        assertThat(bucket.isThere(FILE)).isFalse();
        assertThat(world.unfinished()).hasSize(1);
        assertThat(bucket.sweep(Instant.now().plus(Duration.ofDays(1)))).isEqualTo(1);
        assertThat(world.unfinished()).isEmpty();
        assertThat(world.seen()).isEmpty();
    }

    @Test
    void storeRefuses_whatWasChangedOnItsWay() {
        wire.changeAfterSending(1_000_000);

        assertFault(Fault.DAMAGED, () -> put(bucket));

        assertThat(world.seen()).isEmpty();
        assertThat(world.unfinished()).isEmpty();
    }

    @Test
    void isThere_whenOnlyTheAnswerWasLost() throws IOException {
        try (Incoming incoming = bucket.begin(FILE)) {
            incoming.body().write(CONTENT);
            wire.loseAnswerTo("POST /" + world.name);
            incoming.publish();
        }

        assertThat(wire.cuts()).isEqualTo(1);
        assertThat(read(bucket)).isEqualTo(CONTENT);
    }

    @Test
    void readsOn_whereTheConnectionBroke() throws IOException {
        put(bucket);
        wire.cutAfterReceiving(9_000_000);

        assertThat(read(bucket)).isEqualTo(CONTENT);
        assertThat(wire.cuts()).isEqualTo(1);
    }

    @Test
    void readsOn_asOftenAsItComesForward_andNoMore() throws IOException {
        put(bucket);
        Bucket once = world.bucketAt(wire.url(), "attempts", "1");

        wire.cutEachAfterReceiving(2_500_000);
        assertThat(read(once)).isEqualTo(CONTENT);
        assertThat(wire.cuts()).isGreaterThanOrEqualTo(4);

        wire.cutEachAfterReceiving(500_000);
        assertThatThrownBy(() -> read(once)).isInstanceOf(DepotTrouble.class);
    }

    @Test
    void slowReader_isNotHeldToTheTimeOfACall() throws IOException {
        put(bucket);
        try (S3Client client = BucketLine.open(world.settings(Map.of("longest-call", "400ms")));
                InputStream in = new ResumedRead(
                        client.getObject(request -> request.bucket(world.name).key("lienthong/ef/ef/" + FILE.hex())),
                        0,
                        (from, tag) -> {
                            throw new AssertionError("cut off after " + from);
                        })) {
            byte[] first = in.readNBytes(1000);
            await().pollDelay(Duration.ofMillis(900)).until(() -> true);

            assertThat(first.length + in.readAllBytes().length).isEqualTo(CONTENT.length);
        }
    }

    @Test
    void readsOnFromTheSameVersionOnly() throws IOException {
        put(bucket);
        wire.cutAfterReceiving(9_000_000);
        try (InputStream in = bucket.open(FILE).orElseThrow()) {
            in.readNBytes(1000);
            world.overwrite(FILE, CONTENT.clone());
            byte[] other = CONTENT.clone();
            other[0] ^= 1;
            world.overwrite(FILE, other);

            assertThatThrownBy(in::readAllBytes).isInstanceOf(DepotTrouble.class);
        }
    }

    @Test
    void givesUpOnASilentStore_inTheTimeOfACall() {
        Bucket hasty = world.bucketAt(wire.url(), "read-timeout", "300ms", "longest-call", "1s");
        wire.silent(true);

        assertFault(Fault.SLOW, () -> put(hasty));
        assertFault(Fault.SLOW, () -> hasty.open(FILE));
    }

    private static void put(Bucket bucket) throws IOException {
        try (Incoming incoming = bucket.begin(FILE)) {
            incoming.body().write(CONTENT);
            incoming.publish();
        }
    }

    private static byte[] read(Bucket bucket) throws IOException {
        try (InputStream in = bucket.open(FILE).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private static byte[] content() {
        byte[] bytes = new byte[12_000_000];
        new Random(11).nextBytes(bytes);
        return bytes;
    }

    private static void assertFault(Fault fault, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DepotTrouble.class,
                        trouble -> assertThat(trouble.fault()).isEqualTo(fault));
    }
}
