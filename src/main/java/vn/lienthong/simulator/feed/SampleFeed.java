package vn.lienthong.simulator.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SchemaFiles;

/** Starts the feed once the gateway takes calls, and stops it before the gateway goes away. */
final class SampleFeed {
    private final FeedProperties properties;
    private final SchemaFiles files;
    private final FeedMemory memory;
    private final GatewayClock clock;
    private final Environment environment;
    private final Pauses pauses;
    private volatile @Nullable GatewayDoor door;

    SampleFeed(
            FeedProperties properties,
            SchemaFiles files,
            FeedMemory memory,
            GatewayClock clock,
            Environment environment) {
        this.properties = properties;
        this.files = files;
        this.memory = memory;
        this.clock = clock;
        this.environment = environment;
        this.pauses = new Pauses(properties.pause());
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        GatewayDoor opened = new GatewayDoor(gateway(), properties.secretPrefix());
        door = opened;
        Thread.ofVirtual().name("sample-feed").start(() -> feed(opened));
    }

    /** Ends waits and calls under way; what was not sent yet is sent after the next start. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        pauses.stop();
        GatewayDoor opened = door;
        if (opened != null) {
            opened.close();
        }
    }

    private void feed(GatewayDoor opened) {
        try {
            new Feeder(new SampleFiles(files).all(), memory, opened, pauses).run(clock.today());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            opened.close();
        }
    }

    private URI gateway() {
        URI told = properties.url();
        if (told != null) {
            return told;
        }
        String host = environment.getProperty("server.address", "127.0.0.1");
        return URI.create("http://" + host + ":" + environment.getRequiredProperty("local.server.port"));
    }
}
