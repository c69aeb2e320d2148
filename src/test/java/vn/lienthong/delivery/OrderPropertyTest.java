package vn.lienthong.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import vn.lienthong.partner.TestPartners;
import vn.lienthong.testing.TestDatabase;

/**
 * Two nodes, of which one may stall with an answer in its hands, people who send again, a partner that meets dossiers on
 * other roads and loses some: at every moment exactly that goes, and exactly that is replaced, which the design names.
 */
class OrderPropertyTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Map<String, List<DeliveryWorld>> NODES = new HashMap<>();

    @AfterContainer
    static void close() {
        NODES.values().forEach(nodes -> nodes.forEach(DeliveryWorld::close));
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void goesAsTheDesignSays_whenThePartnerShowsWhatItHolds(@ForAll long seed) {
        new OrderLife(seed, true, OrderPropertyTest::nodes).live();
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void goesAsTheDesignSays_whenThePartnerShowsLittle(@ForAll long seed) {
        new OrderLife(seed, false, OrderPropertyTest::nodes).live();
    }

    private static List<DeliveryWorld> nodes(String coalesce) {
        List<DeliveryWorld> nodes = NODES.computeIfAbsent(
                coalesce,
                rule -> Stream.generate(() -> new DeliveryWorld(
                                DATABASE, TestPartners.of("portal.settle=2s", "portal.coalesce=" + rule)))
                        .limit(2)
                        .toList());
        nodes.forEach(DeliveryWorld::clear);
        return nodes;
    }
}
