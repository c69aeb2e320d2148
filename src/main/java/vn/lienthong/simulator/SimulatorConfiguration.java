package vn.lienthong.simulator;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the twins inside the gateway's process when that is switched on. */
@Configuration(proxyBeanMethods = false)
class SimulatorConfiguration {
    @Bean
    @ConditionalOnProperty("lienthong.simulator.enabled")
    SimulatorLifecycle simulatorLifecycle(
            SimulatorProperties properties, @Value("${lienthong.data:./data}") String data) {
        return new SimulatorLifecycle(properties.settings(data));
    }
}
