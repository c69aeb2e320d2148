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
            all.add(new TextMessageChannel(settings.textMessage()));
        }
        return new Channels(all);
    }

    /** All channels. */
    record Channels(List<Channel> all) {}
}
