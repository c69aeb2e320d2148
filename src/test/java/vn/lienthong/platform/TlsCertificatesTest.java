package vn.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.mock.env.MockEnvironment;
import vn.lienthong.kernel.UsedCertificate;

class TlsCertificatesTest {
    private static final String STORE = "file:certs-sample/agency-seal.p12";

    private final MockEnvironment environment = new MockEnvironment();
    private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

    @Test
    void areThoseOfTheServer_andOfEveryBundle_eachOnce() {
        environment
                .withProperty("server.ssl.key-store", STORE)
                .withProperty("server.ssl.key-store-type", "PKCS12")
                .withProperty("server.ssl.key-store-password", "sandbox-sample");
        bundles.registerBundle("partners", bundle());
        assertThat(places()).containsOnlyKeys("server.ssl", "spring.ssl.bundle partners");
        assertThat(places().values()).allMatch(count -> count == 3);
    }

    @Test
    void countABundleThatTheServerUses_asTheServers() {
        bundles.registerBundle("web", bundle());
        environment.withProperty("server.ssl.bundle", "web");
        assertThat(places()).containsOnlyKeys("server.ssl");
    }

    @Test
    void areNone_withoutEncryption_orWhereTheyCannotBeRead() {
        assertThat(places()).isEmpty();
        environment
                .withProperty("server.ssl.key-store", "file:/nowhere.p12")
                .withProperty("server.ssl.key-store-password", "x");
        assertThat(places()).isEmpty();
        environment.withProperty("server.ssl.enabled", "false");
        assertThat(places()).isEmpty();
    }

    private Map<String, Long> places() {
        return new TlsCertificates(environment, bundles)
                .certificates().stream().collect(Collectors.groupingBy(UsedCertificate::place, Collectors.counting()));
    }

    private static SslBundle bundle() {
        return SslBundle.of(
                new JksSslStoreBundle(new JksSslStoreDetails("PKCS12", null, STORE, "sandbox-sample"), null));
    }
}
