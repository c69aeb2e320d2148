package vn.lienthong.citizen.register;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The registers' doors by the id of their partner entry.
 *
 * @param registers how each register wants to be called; one is shown below as {@code <id>}
 */
@Validated
@ConfigurationProperties("lienthong")
record RegisterProperties(@DefaultValue @Valid Map<String, @Valid RegisterDoor> registers) {
    RegisterDoor door(String partnerId) {
        return registers.getOrDefault(partnerId, RegisterDoor.PLAIN);
    }
}
