package vn.lienthong.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Lays the foundation as soon as the settings are known, seconds before the context needs it, and takes it away after
 * the web server and the routes have stopped.
 */
public final class EarlyStart implements ApplicationListener<SpringApplicationEvent> {
    private @Nullable Foundation foundation;

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        switch (event) {
            case ApplicationEnvironmentPreparedEvent prepared -> lay(prepared);
            case ApplicationContextInitializedEvent initialized -> handOver(initialized);
            case ApplicationFailedEvent failed -> remove();
            default -> {}
        }
    }

    private void lay(ApplicationEnvironmentPreparedEvent prepared) {
        Foundation laid = Foundation.laid(prepared.getEnvironment());
        foundation = laid;
        // runs after every context has closed, also when a signal arrives before the context knows the foundation
        SpringApplication.getShutdownHandlers().add(laid::close);
    }

    private void handOver(ApplicationContextInitializedEvent initialized) {
        Foundation laid = foundation;
        if (laid != null && initialized.getApplicationContext() instanceof GenericApplicationContext context) {
            context.registerBean("foundation", Foundation.class, () -> laid);
        }
    }

    private void remove() {
        if (foundation != null) {
            foundation.close();
        }
    }
}
