package vn.lienthong.simulator.feed;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SchemaFiles;

/** Feeds samples only where this process runs its own simulators, so that made-up people never reach a real platform. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty({"lienthong.simulator.enabled", "lienthong.simulator.feed.enabled"})
@EnableConfigurationProperties(FeedProperties.class)
class FeedConfiguration {
    @Bean
    SampleFeed sampleFeed(
            FeedProperties properties,
            SchemaFiles files,
            GatewayClock clock,
            Environment environment,
            @Value("${lienthong.data:./data}") Path data) {
        FeedMemory memory = new FeedMemory(data.resolve("simulator").resolve("feed.json"));
        return new SampleFeed(properties, files, memory, clock, environment);
    }
}
