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
        String plain = settings.secret().value();
        return plain == null || plain.isEmpty()
                ? List.of()
                : List.of(new Bilingual(
                        "lienthong.civil-status.secret.value là mật khẩu viết thẳng: hãy dùng file hoặc env",
                        "lienthong.civil-status.secret.value is a plain secret: use file or env"));
    }
}
