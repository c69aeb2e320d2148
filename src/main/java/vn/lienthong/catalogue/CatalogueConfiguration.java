package vn.lienthong.catalogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.kernel.SchemaFiles;

/** Loads the catalogue once, before anything is accepted. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {
    @Bean
    Procedures procedures(SchemaFiles files) {
        return new CatalogueReader(files).procedures();
    }

    @Bean
    Agencies agencies(SchemaFiles files) {
        return new CatalogueReader(files).agencies();
    }
}
