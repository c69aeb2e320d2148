package vn.lienthong.access;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.SettableClock;

/** This room alone with a web server, a database and a few addresses to knock at. No stereotype: nobody else scans it. */
@EnableAutoConfiguration(excludeName = "org.apache.camel.spring.boot.CamelAutoConfiguration")
@ComponentScan("vn.lienthong.access")
class AccessWorld {
    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    DataSeal dataSeal() {
        return new DataSeal(
                new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8), "AES"));
    }

    @Bean
    Agencies agencies() {
        return Catalogue.load(SchemaFiles.packed()).agencies();
    }
}
