package vn.lienthong.post.handover;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.signing.KeyUse;

/** Reads the settings, and tells what the room needs a key for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HandoverProperties.class)
class HandoverConfiguration {
    @Bean
    KeyUse.Source recordKeyUse(HandoverProperties settings) {
        return () -> List.of(new KeyUse(
                settings.sealKey(),
                new Bilingual(
                        "biên bản giao nhận với bưu chính không được ký số",
                        "records of the post's hand-overs are not sealed")));
    }
}
