package vn.lienthong.post.feed;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.flow.PartnerFlow;
import vn.lienthong.partner.Partners;
import vn.lienthong.post.order.Orders;

/** Looks at the feed of every customer, one after the other; a customer that another node looks at is left to it. */
@Component("postFeed")
@EnableConfigurationProperties(FeedProperties.class)
public class PostFeed {
    static final String PARTNER = "post";
    private static final Logger LOG = LoggerFactory.getLogger(PostFeed.class);

    private final FeedLook look;
    private final Orders orders;
    private final Partners partners;
    private final PartnerFlow flow;
    private final FeedProperties settings;
    private final Set<String> troubled = ConcurrentHashMap.newKeySet();

    PostFeed(FeedLook look, Orders orders, Partners partners, PartnerFlow flow, FeedProperties settings) {
        this.look = look;
        this.orders = orders;
        this.partners = partners;
        this.flow = flow;
        this.settings = settings;
    }

    /** One look. What goes wrong with one customer leaves the others unharmed; the next look goes on where this ended. */
    public void poll() {
        if (settings.kind() == FeedProperties.Kind.NONE
                || partners.find(PARTNER).isEmpty()
                || flow.hold(PARTNER).isPresent()) {
            return;
        }
        for (String customer : orders.customers()) {
            tell(customer, looked(customer));
        }
    }

    private @Nullable String looked(String customer) {
        try {
            return look.at(customer);
        } catch (RuntimeException trouble) {
            LOG.debug("The feed of {} was not read", customer, trouble);
            return trouble.getClass().getSimpleName();
        }
    }

    /** Once when it begins and once when it ends, not at every look. */
    private void tell(String customer, @Nullable String why) {
        if (why != null && troubled.add(customer)) {
            LOG.warn(
                    "Chưa đọc được dòng tin bưu điện của khách hàng {}, lần sau đọc tiếp / the post's feed of {} was not"
                            + " read, it goes on next time: {}",
                    customer,
                    customer,
                    why);
        } else if (why == null && troubled.remove(customer)) {
            LOG.info("Lại đọc được dòng tin bưu điện của / the post's feed is read again: {}", customer);
        }
    }
}
