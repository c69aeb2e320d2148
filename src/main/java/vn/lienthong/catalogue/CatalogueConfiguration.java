package vn.lienthong.catalogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.catalogue.calendar.WorkingCalendar;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SchemaFiles;

/** Loads the catalogue once, before anything is accepted. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {
    @Bean
    Catalogue catalogue(SchemaFiles files, ToldEntryRepository told, GatewayClock clock) {
        Catalogue catalogue = Catalogue.load(files, clock::today);
        Overlay.tryOver(catalogue, told.all()).ifPresent(catalogue::become);
        return catalogue;
    }

    @Bean
    WorkingCalendar workingCalendar(SchemaFiles files) {
        return WorkingCalendar.read(files);
    }

    @Bean
    Procedures procedures(Catalogue catalogue) {
        return catalogue.procedures();
    }

    @Bean
    Agencies agencies(Catalogue catalogue) {
        return catalogue.agencies();
    }
}
