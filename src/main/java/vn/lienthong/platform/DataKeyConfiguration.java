package vn.lienthong.platform;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.StartRefused;

/** Gives the application its seal for personal data, with a key named by reference only. */
@Configuration(proxyBeanMethods = false)
class DataKeyConfiguration {
    @Bean
    DataSeal dataSeal(PlatformProperties properties, Foundation foundation, Environment environment) {
        Path named = properties.dataKeyFile();
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            if (named == null) {
                throw new StartRefused(
                        "Chưa đặt lienthong.data-key-file: chế độ production cần tệp khóa 32 byte do đơn vị quản lý",
                        "lienthong.data-key-file is not set: production needs a key file of 32 bytes kept by you");
            }
            return new DataSeal(DataKey.read(named));
        }
        Path usual = foundation.folder().path().resolve("keys").resolve("data.key");
        return new DataSeal(DataKey.readOrMade(named == null ? usual : named));
    }
}
