package vn.lienthong.evidence;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.signing.KeyUse;

/** Tells what the key of evidence is for. */
@Component
class EvidenceKeyUse implements KeyUse.Source {
    private final EvidenceProperties settings;

    EvidenceKeyUse(EvidenceProperties settings) {
        this.settings = settings;
    }

    @Override
    public List<KeyUse> keyUses() {
        return List.of(new KeyUse(
                settings.key(),
                new Bilingual(
                        "bằng chứng vẫn được giữ nhưng không được ký, GET /v1/evidence trả 409 hoặc 503",
                        "evidence is kept and not signed, GET /v1/evidence answers 409 or 503")));
    }
}
