package vn.lienthong.post.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** The post's own feed of attempts, read from the twin. */
class AttemptFeedLookTest {
    private static final Instant NOON =
            java.time.OffsetDateTime.parse(MadeUp.at(12, 0)).toInstant();

    private final FeedWorld world = new FeedWorld(
            TestDatabase.fresh(),
            Map.of("form", "DIRECT", "order-path", "/serviceApi/v1/postDieuTin", "region-needed", "false"),
            Map.of("kind", "ATTEMPTS", "path", "/serviceApi/v1/getDelivery", "overlap-rows", "5"));
    private final String dossier = MadeUp.number();
    private final String order = world.ordered(dossier);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void countsAttempts_andReturnsTheDossier() {
        world.orders.twin.happens(order, 15, NOON, 1);
        world.look();
        assertThat(dossier()).isEqualTo(DossierStatus.PROCESSED);

        world.orders.twin.happens(order, 14, NOON.plusSeconds(3600), 1);
        world.look();

        assertThat(dossier()).isEqualTo(DossierStatus.RETURNED);
        assertThat(world.events()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "shortened", "reordered", "repeated"})
    void readsEveryAttemptOnce_howeverThePagesCome(String pages) {
        world.orders.twin.happens(order, 15, NOON, 12);
        world.orders.twin.pages(pages);
        for (int look = 0; look < 12; look++) {
            world.look();
        }
        world.orders.twin.happens(order, 15, NOON.plusSeconds(600), 3);
        for (int look = 0; look < 12; look++) {
            world.look();
        }
        world.orders.twin.pages("whole");
        world.look();
        world.look();

        assertThat(world.events()).isEqualTo(15);
    }

    @Test
    void beginsAnew_whenRowsAreGone() {
        world.orders.twin.happens(order, 15, NOON, 20);
        world.look();
        world.orders.twin.skip(10);
        world.orders.twin.happens(order, 15, NOON.plusSeconds(600), 4);

        world.look();

        assertThat(world.events()).isEqualTo(24);
        assertThat(world.cursor()).startsWith("14:");
    }

    @Test
    void asksForTheNextPage_afterAFullOne() {
        AttemptFeed feed = new AttemptFeed(FeedWorld.settings(Map.of("full-page", "3", "overlap-rows", "1")));
        List<FeedRow> three = IntStream.range(0, 3).mapToObj(i -> row("d" + i)).toList();

        Feed.Step full = feed.after("", "0", three);
        Feed.Step last = feed.after(full.cursor(), full.place(), List.of(row("d3")));

        assertThat(full).isEqualTo(new Feed.Step("3:d2", "3", true));
        assertThat(last).isEqualTo(new Feed.Step("4:d3", "4", false));
        assertThat(feed.begin(last.cursor())).isEqualTo("3");
        assertThat(feed.after(last.cursor(), "3", List.of(row("other"))))
                .as("the row at the cursor is another one")
                .isEqualTo(new Feed.Step("", "0", true));
    }

    private DossierStatus dossier() {
        return world.orders
                .tracking
                .dossiers
                .register
                .find(dossier)
                .orElseThrow()
                .status();
    }

    private static FeedRow row(String id) {
        return new FeedRow(id, null, "EW1", "failed", NOON, null, null, 0, 0);
    }
}
