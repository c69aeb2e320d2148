package vn.lienthong.citizen.register;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
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
            found.addAll(door.secret().findings(entry + ".secret"));
            found.addAll(door.apiKey().findings(entry + ".api-key"));
            if (door.scheme() != DoorScheme.NONE && door.secret().read().isEmpty()) {
                found.add(new Bilingual(
                        entry + ".secret: không đọc được mật khẩu từ file hoặc env",
                        entry + ".secret: no secret can be read from file or env"));
            }
        });
        return found;
    }
}
