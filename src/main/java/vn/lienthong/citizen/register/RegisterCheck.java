package vn.lienthong.citizen.register;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.citizen.register.RegisterDoor.Scheme;
import vn.lienthong.citizen.register.RegisterDoor.Secret;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.StartCheck;

/** What a register's door must not be in production. */
@Component
final class RegisterCheck implements StartCheck {
    private final RegisterProperties properties;

    RegisterCheck(RegisterProperties properties) {
        this.properties = properties;
    }

    @Override
    public List<Bilingual> findings() {
        List<Bilingual> found = new ArrayList<>();
        properties.registers().forEach((id, door) -> {
            String entry = "lienthong.registers." + id;
            plain(entry + ".secret", door.secret(), found);
            plain(entry + ".api-key", door.apiKey(), found);
            if (door.scheme() != Scheme.NONE && door.secret().read().isEmpty()) {
                found.add(new Bilingual(
                        entry + ".secret: không đọc được mật khẩu từ file hoặc env",
                        entry + ".secret: no secret can be read from file or env"));
            }
        });
        return found;
    }

    private static void plain(String entry, Secret secret, List<Bilingual> found) {
        if (secret.value() != null && !secret.value().isEmpty()) {
            found.add(new Bilingual(
                    entry + ".value là mật khẩu viết thẳng: hãy dùng file hoặc env",
                    entry + ".value is a plain secret: use file or env"));
        }
    }
}
