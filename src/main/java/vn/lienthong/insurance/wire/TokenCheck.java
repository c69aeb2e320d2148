package vn.lienthong.insurance.wire;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartCheck;

/** What the way to social insurance must not be in production. */
@Component
final class TokenCheck implements StartCheck {
    private final InsuranceProperties settings;

    TokenCheck(InsuranceProperties settings) {
        this.settings = settings;
    }

    @Override
    public List<Bilingual> findings() {
        return settings.token().findings("lienthong.insurance.token");
    }
}
