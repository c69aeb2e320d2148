package vn.lienthong.alert;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channels that are set up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertProperties.class)
class AlertConfiguration {
    @Bean
    Channels alertChannels(AlertProperties settings) {
        List<Channel> all = new ArrayList<>();
        if (settings.mail() != null) {
            all.add(new MailChannel(settings.mail(), settings.console()));
        }
        if (settings.webhook() != null) {
            all.add(new WebhookChannel(settings.webhook(), settings.console()));
        }
        if (settings.textMessage() != null) {
            // a channel for each number, so that one that fails neither doubles nor loses the others' messages
            for (int place = 0; place < settings.textMessage().to().size(); place++) {
                all.add(new TextMessageChannel(settings.textMessage(), place));
            }
        }
        return new Channels(all);
    }

    /** All channels. */
    record Channels(List<Channel> all) {}
}
