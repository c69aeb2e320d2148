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
        String plain = settings.token().value();
        return plain == null || plain.isEmpty()
                ? List.of()
                : List.of(new Bilingual(
                        "lienthong.insurance.token.value là mã truy cập viết thẳng: hãy dùng file hoặc env",
                        "lienthong.insurance.token.value is a plain secret: use file or env"));
    }
}
