package vn.lienthong.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.kernel.SchemaFiles;

@Timeout(60)
class FeederTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
    private static final List<Sample> SAMPLES =
            new SampleFiles(SchemaFiles.packed()).all().subList(0, 4);
    private static final int EVENTS = events(WEDNESDAY);

    @TempDir
    private Path folder;

    private FakeGateway gateway;
    private FeedMemory memory;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway(0);
        memory = new FeedMemory(folder.resolve("feed.json"));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void sendsEverySampleOnce_inOrder_asItsAgency() {
        run(gateway.uri(), WEDNESDAY);
        assertThat(gateway.effects).hasSize(EVENTS);
        assertThat(List.copyOf(gateway.effects.keySet()))
                .isEqualTo(SAMPLES.stream()
                        .flatMap(sample -> sample.script(new FeedDays(WEDNESDAY)).events().stream())
                        .map(FeedEvent::key)
                        .toList());
        assertThat(gateway.signIns).containsExactly("H15.24133:sandbox-H15.24133");
        assertThat(memory.read()).contains(new FeedMark(WEDNESDAY, true));
    }

    @Test
    void sendsNothingMore_onceAllWasTaken() {
        run(gateway.uri(), WEDNESDAY);
        run(gateway.uri(), WEDNESDAY.plusDays(1));
        assertThat(gateway.effects).hasSize(EVENTS);
        assertThat(gateway.replays).isEmpty();
    }

    @Test
    void triesAgain_throughFaultsAndLostAnswers_withoutDoubling() {
        gateway.faults.addAll(List.of(503, 500, 429, 401, 0, 502, 0));
        run(gateway.uri(), WEDNESDAY);
        assertThat(gateway.effects).hasSize(EVENTS);
        assertThat(gateway.replays).hasSize(2);
        assertThat(gateway.signIns).as("401 asks for a new token").hasSize(2);
    }

    @Test
    void waits_forAGatewayThatIsNotThereYet() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Thread feed = Thread.ofVirtual().start(() -> run(URI.create("http://127.0.0.1:" + port), WEDNESDAY));
        await().until(() -> memory.read().isEmpty() && feed.isAlive());
        try (FakeGateway late = new FakeGateway(port)) {
            await().until(() -> late.effects.size() == EVENTS);
            await().until(() -> !feed.isAlive());
        }
        assertThat(memory.read()).contains(new FeedMark(WEDNESDAY, true));
    }

    @Test
    void goesOn_withTheSameNumbers_afterAnInterruption() throws InterruptedException {
        gateway.faults.addAll(List.of(0));
        gateway.faults.addAll(Collections.nCopies(1000, 503));
        Pauses pauses = new Pauses(Duration.ofMillis(5));
        Thread feed = Thread.ofVirtual().start(() -> run(gateway.uri(), WEDNESDAY, pauses));
        await().until(() -> gateway.faults.size() < 995);
        pauses.stop();
        feed.join();
        assertThat(memory.read()).contains(new FeedMark(WEDNESDAY, false));
        assertThat(gateway.effects).hasSize(1);

        gateway.faults.clear();
        run(gateway.uri(), WEDNESDAY.plusDays(2));
        assertThat(gateway.effects).hasSize(EVENTS);
        assertThat(gateway.replays).hasSize(1);
        assertThat(memory.read()).contains(new FeedMark(WEDNESDAY, true));
    }

    @Test
    void recognises_aDatabaseThatAnotherFolderFed() {
        run(gateway.uri(), WEDNESDAY);
        memory = new FeedMemory(folder.resolve("other/feed.json"));
        run(gateway.uri(), WEDNESDAY.plusDays(12));
        assertThat(gateway.effects).hasSize(EVENTS);
        assertThat(memory.read()).contains(new FeedMark(WEDNESDAY, true));
    }

    @Test
    void feedsAnotherDatabase_thoughThisFolderFedOneBefore() throws IOException {
        run(gateway.uri(), WEDNESDAY);
        try (FakeGateway fresh = new FakeGateway(0)) {
            run(fresh.uri(), WEDNESDAY.plusDays(7));
            assertThat(fresh.effects).hasSize(EVENTS);
        }
        assertThat(memory.read()).contains(new FeedMark(WEDNESDAY.plusDays(7), true));
    }

    @Test
    void leavesOut_theRestOfASampleThatIsRefused_andGoesOn() {
        gateway.refuse = path -> path.contains("-9002/progress") ? 422 : 0;
        run(gateway.uri(), WEDNESDAY);
        assertThat(gateway.dossiers.stream().distinct()).hasSize(SAMPLES.size());
        assertThat(gateway.effects.size()).isLessThan(EVENTS);
        assertThat(memory.read()).contains(new FeedMark(WEDNESDAY, true));
    }

    private void run(URI uri, LocalDate today) {
        run(uri, today, new Pauses(Duration.ofMillis(5)));
    }

    private void run(URI uri, LocalDate today, Pauses pauses) {
        try (GatewayDoor door = new GatewayDoor(uri, "sandbox-")) {
            new Feeder(SAMPLES, memory, door, pauses).run(today);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static int events(LocalDate base) {
        return SAMPLES.stream()
                .mapToInt(sample -> sample.script(new FeedDays(base)).events().size())
                .sum();
    }
}
