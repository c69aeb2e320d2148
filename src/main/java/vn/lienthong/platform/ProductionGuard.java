package vn.lienthong.platform;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartCheck;
import vn.lienthong.kernel.StartRefused;

/** In production asks every room what it refuses to run with, and ends the start with all answers at once. */
@Component
@Profile("production")
final class ProductionGuard implements SmartInitializingSingleton {
    private final ObjectProvider<StartCheck> checks;

    ProductionGuard(ObjectProvider<StartCheck> checks) {
        this.checks = checks;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Bilingual> findings = checks.orderedStream()
                .flatMap(check -> check.findings().stream())
                .toList();
        if (!findings.isEmpty()) {
            throw new StartRefused(findings);
        }
    }
}
