package vn.lienthong.post.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;
import vn.lienthong.testing.WorkFolder;

/** The feed of all events, read from the twin. */
class EventFeedLookTest {
    private static final Instant NOON =
            java.time.OffsetDateTime.parse(MadeUp.at(12, 0)).toInstant();

    private final FeedWorld world =
            new FeedWorld(TestDatabase.fresh(), Map.of("region-needed", "false"), Map.of("page", "7"));
    private final String dossier = MadeUp.number();
    private final String order = world.ordered(dossier);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void learnsTheParcelsNumber_andReturnsTheDossier() {
        world.orders.twin.happens(order, 12, NOON, 1);
        world.orders.twin.happens(order, 14, NOON.plusSeconds(600), 1);

        world.look();

        var dossiers = world.orders.tracking.dossiers;
        assertThat(dossiers.register.find(dossier).orElseThrow().status()).isEqualTo(DossierStatus.RETURNED);
        assertThat(world.events()).isEqualTo(3);
        assertThat(world.workItems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "shortened", "reordered", "repeated"})
    void readsEveryEventOnce_howeverThePagesCome(String pages) {
        world.orders.twin.happens(order, 10, NOON, 20);
        world.orders.twin.pages(pages);

        for (int look = 0; look < 12; look++) {
            world.look();
        }
        world.orders.twin.happens(order, 12, NOON.plusSeconds(60), 5);
        for (int look = 0; look < 12; look++) {
            world.look();
        }

        assertThat(world.events()).isEqualTo(26);
    }

    @Test
    void keepsACodeThatNobodyKnows_untilTheTableKnowsIt() throws Exception {
        world.orders.twin.happens(order, 777, NOON, 1);
        world.look();
        world.look();
        assertThat(world.events()).isEqualTo(1);
        assertThat(world.workItems()).containsExactly("PARCEL-CODE-UNKNOWN");

        Path folder = WorkFolder.fresh("codes");
        Files.createDirectories(folder.resolve("replies"));
        String table = Files.readString(Path.of("schemas/replies/post.yaml"));
        Files.writeString(folder.resolve("replies/post.yaml"), table.stripTrailing() + "\n  777: DELIVERING\n");
        world.look(SchemaFiles.in(folder)).at(FeedWorld.CUSTOMER);

        assertThat(world.events()).isEqualTo(2);
        assertThat(world.rows.unread(FeedWorld.CUSTOMER, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "reset-after", "garbage", "truncated", "down"})
    void goesOnWhereItEnded_onceThePostAnswersAgain(String mode) {
        world.look();
        String before = world.cursor();
        world.orders.twin.happens(order, 12, NOON, 3);
        world.orders.twin.fault(mode, "tracking", 0);
        world.look();
        assertThat(world.cursor()).isEqualTo(before);

        world.orders.twin.heal();
        world.look();

        assertThat(world.events()).isEqualTo(4);
    }

    @Test
    void leavesTheFeedToTheNodeThatReadsIt() {
        assertThat(world.rows.take(FeedWorld.CUSTOMER, Ids.next(), world.lease()))
                .isPresent();

        world.look();

        assertThat(world.events()).isZero();
    }

    @Test
    void storesNothing_whenAnotherNodeHasTakenTheFeedOver() {
        var stale = Ids.next();
        world.rows.take(FeedWorld.CUSTOMER, stale, java.time.Duration.ZERO);
        world.rows.take(FeedWorld.CUSTOMER, Ids.next(), world.lease());

        assertThat(world.rows.advance(FeedWorld.CUSTOMER, stale, "x", world.lease()))
                .isFalse();
        assertThat(world.cursor()).isEmpty();
    }

    @Test
    void doesNotFollowAnIdFromTheFuture() {
        EventFeed feed = new EventFeed(FeedWorld.settings(Map.of()), world.orders.tracking.dossiers.clock);
        String now = "%08x".formatted(world.orders.tracking.dossiers.clock.now().getEpochSecond()) + "0".repeat(15);
        FeedRow good = row(now + "1");
        FeedRow future = row("f".repeat(24));

        Feed.Step step = feed.after("", feed.begin(""), java.util.List.of(future, good));

        assertThat(step.cursor()).isEqualTo(now + "1");
        assertThat(step.more()).isTrue();
        assertThat(feed.after(step.cursor(), step.place(), java.util.List.of(future))
                        .more())
                .isFalse();
        assertThat(feed.begin(step.cursor())).isLessThan(step.cursor());
    }

    @Test
    void refusesAPageThatIsNone() {
        EventFeed feed = new EventFeed(FeedWorld.settings(Map.of()), world.orders.tracking.dossiers.clock);

        assertThatThrownBy(() -> feed.read("{\"Message\":\"x\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(java.io.IOException.class);
    }

    private static FeedRow row(String id) {
        return new FeedRow(id, null, "EW1", "14", NOON, null, null, 0, 0);
    }
}
