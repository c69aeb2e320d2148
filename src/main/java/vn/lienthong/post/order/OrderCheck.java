package vn.lienthong.post.order;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartCheck;

/** What the way to the post must not be in production. */
@Component
@EnableConfigurationProperties(OrderProperties.class)
final class OrderCheck implements StartCheck {
    private final OrderProperties settings;

    OrderCheck(OrderProperties settings) {
        this.settings = settings;
    }

    @Override
    public List<Bilingual> findings() {
        return settings.secret().findings("lienthong.post.order.secret");
    }
}
