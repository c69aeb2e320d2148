package vn.lienthong.doctor;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import vn.lienthong.document.DocumentCheckups;
import vn.lienthong.document.DocumentProperties;
import vn.lienthong.kernel.Checkup;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.SettableClock;
import vn.lienthong.partner.Partners;
import vn.lienthong.platform.PlatformCheckups;
import vn.lienthong.platform.PlatformProperties;
import vn.lienthong.platform.TlsCertificates;
import vn.lienthong.signing.RenewalProperties;
import vn.lienthong.signing.SigningCheckups;
import vn.lienthong.signing.SigningProperties;

/** A gateway's settings without the gateway: no port, database, lock or flow. No stereotype, lest the gateway find it. */
@EnableConfigurationProperties({
    PlatformProperties.class,
    SigningProperties.class,
    RenewalProperties.class,
    DocumentProperties.class
})
@Import({Partners.class, SslAutoConfiguration.class, TlsCertificates.class})
class DoctorContext {
    /** All checkups, those that tell most first. */
    record Checkups(List<Checkup> all) {
        static Checkups of(
                Environment environment,
                PlatformProperties platform,
                SigningProperties signing,
                RenewalProperties renewal,
                DocumentProperties documents,
                Partners partners,
                TlsCertificates tls,
                GatewayClock clock) {
            boolean production = environment.acceptsProfiles(Profiles.of("production"));
            List<Checkup> all = new ArrayList<>(PlatformCheckups.of(environment, platform, clock));
            all.addAll(DocumentCheckups.of(documents, platform.data(), clock));
            all.add(new TlsCheckup(tls, clock));
            all.addAll(SigningCheckups.of(signing, clock, production));
            all.add(new RenewalCheckup(environment, platform, renewal, clock));
            all.addAll(partners.checkups(clock));
            return new Checkups(all);
        }
    }

    @Bean
    GatewayClock clock() {
        return new SettableClock();
    }

    @Bean
    Checkups checkups(
            Environment environment,
            PlatformProperties platform,
            SigningProperties signing,
            RenewalProperties renewal,
            DocumentProperties documents,
            Partners partners,
            TlsCertificates tls,
            GatewayClock clock) {
        return Checkups.of(environment, platform, signing, renewal, documents, partners, tls, clock);
    }
}
