package vn.lienthong.post.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.post.PostCodes;
import vn.lienthong.post.order.OrderWorld;
import vn.lienthong.post.tracking.TestTracking;
import vn.lienthong.testing.TestDatabase;

/** A node that reads the feeds of the post's twin; its orders are given to the same twin. */
final class FeedWorld implements AutoCloseable {
    static final String CUSTOMER = "BCCI-H15";

    final OrderWorld orders;
    final FeedRepository rows;
    final FeedLook look;
    private final FeedProperties settings;

    FeedWorld(TestDatabase database, Map<String, String> orderSettings, Map<String, String> feedSettings) {
        orders = new OrderWorld(database, orderSettings);
        settings = settings(feedSettings);
        rows = new FeedRepository(orders.tracking.dossiers.jdbc);
        look = look(SchemaFiles.packed());
    }

    /** The same node with other codes. */
    FeedLook look(SchemaFiles codes) {
        return new FeedLook(
                rows,
                new FeedStore(
                        TestTracking.of(orders.tracking),
                        orders.orders,
                        new PostCodes(codes),
                        rows,
                        orders.tracking.dossiers.workItems,
                        orders.tracking.dossiers.transaction),
                orders.line,
                orders.partners,
                settings,
                orders.tracking.dossiers.clock);
    }

    void look() {
        look.at(CUSTOMER);
    }

    String cursor() {
        return orders.tracking.dossiers.jdbc.queryForObject(
                "select cursor from post_feed where customer = ?", String.class, CUSTOMER);
    }

    /** How many events are stored. */
    int events() {
        Integer count = orders.tracking.dossiers.jdbc.queryForObject(
                "select count(*) from post_tracking_event where source = ?", Integer.class, CUSTOMER);
        return count == null ? 0 : count;
    }

    List<String> workItems() {
        return orders.tracking.dossiers.jdbc.queryForList("select code from work_item order by code", String.class);
    }

    /** An order that the post has. */
    String ordered(String dossier) {
        orders.send(orders.delivery(dossier));
        return dossier + "-R1";
    }

    static FeedProperties settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of("lienthong.post.feed.kind", "EVENTS"));
        more.forEach((name, value) -> all.put("lienthong.post.feed." + name, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("lienthong.post.feed", FeedProperties.class)
                .get();
    }

    Duration lease() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void close() {
        orders.close();
    }
}
