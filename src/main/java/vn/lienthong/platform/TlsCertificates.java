package vn.lienthong.platform;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.CertificateSource;
import vn.lienthong.kernel.UsedCertificate;

/** The certificates of our own encrypted lines: what {@code server.ssl} shows, and every bundle that is configured. */
@Component
public final class TlsCertificates implements CertificateSource {
    private static final Bilingual CALLERS = new Bilingual(
            "không hệ thống nào kết nối được tới cổng HTTPS này", "no system can connect to this HTTPS port");
    private static final Bilingual LINES = new Bilingual(
            "các kết nối dùng bộ chứng thư này bị từ chối", "connections that use this bundle are refused");
    private static final Bilingual RENEW = new Bilingual(
            "xin cấp chứng thư mới và thay vào đúng chỗ cũ; spring.ssl.bundle.*.reload-on-update đọc lại không cần khởi động",
            "have it renewed and put it in the same place; spring.ssl.bundle.*.reload-on-update reads it without a restart");

    private final Environment environment;
    private final SslBundles bundles;

    TlsCertificates(Environment environment, SslBundles bundles) {
        this.environment = environment;
        this.bundles = bundles;
    }

    @Override
    public List<UsedCertificate> certificates() {
        List<UsedCertificate> all = new ArrayList<>();
        Ssl ssl = Binder.get(environment)
                .bind("server", ServerProperties.class)
                .map(ServerProperties::getSsl)
                .orElse(null);
        if (Ssl.isEnabled(ssl)) {
            server(ssl).ifPresent(bundle -> read("server.ssl", CALLERS, bundle, all));
        }
        for (String name : bundles.getBundleNames()) {
            if (ssl == null || !name.equals(ssl.getBundle())) {
                read("spring.ssl.bundle " + name, LINES, bundles.getBundle(name), all);
            }
        }
        return all;
    }

    private Optional<SslBundle> server(Ssl ssl) {
        try {
            return Optional.of(WebServerSslBundle.get(ssl, bundles));
        } catch (RuntimeException unreadable) {
            return Optional.empty(); // the port that should use it tells why
        }
    }

    private static void read(String place, Bilingual stops, SslBundle bundle, List<UsedCertificate> all) {
        try {
            KeyStore keys = bundle.getStores().getKeyStore();
            KeyStore trust = bundle.getStores().getTrustStore();
            for (KeyStore store : stores(keys, trust)) {
                for (String alias : Collections.list(store.aliases())) {
                    for (Certificate each : chain(store, alias)) {
                        if (each instanceof X509Certificate certificate) {
                            all.add(new UsedCertificate(place, stops, RENEW, certificate));
                        }
                    }
                }
            }
        } catch (KeyStoreException | RuntimeException unreadable) {
            // whoever connects with it tells why
        }
    }

    private static List<KeyStore> stores(@Nullable KeyStore keys, @Nullable KeyStore trust) {
        List<KeyStore> stores = new ArrayList<>();
        if (keys != null) {
            stores.add(keys);
        }
        if (trust != null) {
            stores.add(trust);
        }
        return stores;
    }

    private static List<Certificate> chain(KeyStore store, String alias) throws KeyStoreException {
        Certificate[] chain = store.getCertificateChain(alias);
        if (chain != null) {
            return List.of(chain);
        }
        Certificate single = store.getCertificate(alias);
        return single == null ? List.of() : List.of(single);
    }
}
