package vn.lienthong.citizen;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.citizen.alarm.AlarmProperties;
import vn.lienthong.citizen.export.ExportProperties;
import vn.lienthong.citizen.later.LaterProperties;
import vn.lienthong.citizen.ledger.LedgerProperties;
import vn.lienthong.kernel.SchemaFiles;

/** Brings the settings of look-ups and the file of who may ask for what. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    CitizenProperties.class,
    LaterProperties.class,
    AlarmProperties.class,
    ExportProperties.class,
    LedgerProperties.class
})
class CitizenConfiguration {
    @Bean
    FieldRules populationFields(SchemaFiles files) {
        return FieldRules.load(files, "population");
    }
}
