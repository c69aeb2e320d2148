package vn.lienthong.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.lienthong.kernel.StartRefused;

/** The twins as a part of the gateway's process. */
class SimulatorInGatewayTest {
    @TempDir
    Path data;

    @Configuration
    @EnableConfigurationProperties(SimulatorProperties.class)
    @Import(SimulatorConfiguration.class)
    static class Gateway {}

    private ApplicationContextRunner gateway() {
        return new ApplicationContextRunner()
                .withUserConfiguration(Gateway.class)
                .withPropertyValues("lienthong.data=" + data);
    }

    @Test
    void stayAway_unlessSwitchedOn() {
        gateway().run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(SimulatorLifecycle.class);
            assertThat(context.getBean(SimulatorProperties.class).address()).isEqualTo("http://127.0.0.1:9090");
        });
    }

    @Test
    void startFirstAndKeepTheirStateInTheDataFolder() {
        gateway()
                .withPropertyValues("lienthong.simulator.enabled=true", "lienthong.simulator.port=0")
                .run(context -> {
                    SmartLifecycle twins = context.getBean(SimulatorLifecycle.class);
                    assertThat(twins.isRunning()).isTrue();
                    assertThat(twins.getPhase()).isLessThan(-1_000_000_000);
                    assertThat(data.resolve("simulator/portal")).isDirectory();
                    twins.stop();
                    assertThat(twins.isRunning()).isFalse();
                });
    }

    @Test
    void refuseTheStart_whenThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            gateway()
                    .withPropertyValues(
                            "lienthong.simulator.enabled=true", "lienthong.simulator.port=" + taken.getLocalPort())
                    .run(context -> assertThat(context).getFailure().hasRootCauseInstanceOf(StartRefused.class));
        }
    }
}
