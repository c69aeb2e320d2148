package vn.lienthong.civilstatus.wire;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartCheck;

/** What the way to the civil-status platform must not be in production. */
@Component("civilStatusSecretCheck")
final class SecretCheck implements StartCheck {
    private final CivilStatusProperties settings;

    SecretCheck(CivilStatusProperties settings) {
        this.settings = settings;
    }

    @Override
    public List<Bilingual> findings() {
        return settings.secret().findings("lienthong.civil-status.secret");
    }
}
