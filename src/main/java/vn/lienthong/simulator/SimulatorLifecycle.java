package vn.lienthong.simulator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The twins as a part of the gateway's process: up before anything calls a partner, down after everything else. */
final class SimulatorLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorLifecycle.class);

    private final SimulatorSettings settings;
    private @Nullable Simulator running;

    SimulatorLifecycle(SimulatorSettings settings) {
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (running == null) {
            Simulator started = Simulator.start(settings);
            running = started;
            LOG.info(
                    "Bộ mô phỏng sẵn sàng / Simulators ready: {} ({} hồ sơ / dossiers)",
                    started.url(),
                    started.dossiers());
        }
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
