package vn.lienthong.inbox.callback;

import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartCheck;

/** Where receivers may stand, and what must not be open in production. */
@Configuration(proxyBeanMethods = false)
class CallbackConfiguration {
    @Bean
    CheckedResolver checkedResolver(ReachRules rules) {
        return new CheckedResolver(SystemDefaultDnsResolver.INSTANCE, rules);
    }

    @Bean
    StartCheck callbacksStayOutside(CallbackProperties settings) {
        return () -> {
            List<Bilingual> found = new ArrayList<>();
            if (settings.loopback()) {
                found.add(new Bilingual(
                        "lienthong.inbox.callback.loopback chỉ dành cho môi trường thử",
                        "lienthong.inbox.callback.loopback is for the sandbox only"));
            }
            if (settings.plainHttp()) {
                found.add(new Bilingual(
                        "lienthong.inbox.callback.plain-http chỉ dành cho môi trường thử: ngoài đó phải là https",
                        "lienthong.inbox.callback.plain-http is for the sandbox only: elsewhere it must be https"));
            }
            return found;
        };
    }
}
