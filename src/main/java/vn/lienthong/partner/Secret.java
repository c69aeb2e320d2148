package vn.lienthong.partner;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.kernel.Bilingual;

/**
 * Where a secret is. One of the three. Read when it is needed, so that a new one needs no restart.
 *
 * @param value the secret itself; sandbox only
 * @param file file whose first line it is
 * @param env name of the environment variable that holds it
 */
public record Secret(
        @Nullable String value,
        @Nullable String file,
        @Nullable String env) {
    /** Nowhere. */
    public static final Secret NONE = new Secret(null, null, null);

    /** The secret; empty when it cannot be had. */
    public Optional<String> read() {
        return Secrets.read(value, file, env);
    }

    /** What a start in production is to find of it, where it stands under this setting. */
    public List<Bilingual> findings(String setting) {
        return value == null || value.isEmpty()
                ? List.of()
                : List.of(new Bilingual(
                        setting + ".value là mật khẩu viết thẳng: hãy dùng file hoặc env",
                        setting + ".value is a plain secret: use file or env"));
    }

    @Override
    public String toString() {
        return "secret";
    }
}
