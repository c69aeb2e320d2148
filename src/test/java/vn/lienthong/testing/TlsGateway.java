package vn.lienthong.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A gateway that speaks TLS and asks for client certificates: {@code H15.24133} is known by its very certificate,
 * {@code H15.02} by the subject that an authority of ours gave it, {@code H99} has a secret as ever.
 */
public final class TlsGateway implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final MadeUpCertificates SERVER = MadeUpCertificates.selfSigned("CN=localhost");
    public static final MadeUpCertificates AUTHORITY = MadeUpCertificates.authority("CN=Cơ quan chứng thực mẫu,C=VN");
    public static final MadeUpCertificates WARD = MadeUpCertificates.selfSigned("CN=motcua.24133.mau.vn,C=VN");
    public static final MadeUpCertificates OVER = MadeUpCertificates.over("CN=motcua.24133.mau.vn,C=VN");
    public static final MadeUpCertificates WEAK = MadeUpCertificates.weak("CN=motcua.24133.mau.vn,C=VN");
    public static final MadeUpCertificates DEPARTMENT = AUTHORITY.issue("CN=motcua.sotuphap.mau.vn,O=H15.02,C=VN");
    public static final MadeUpCertificates COLLEAGUE = AUTHORITY.issue("CN=motcua.khac.mau.vn,O=H15.02,C=VN");
    public static final MadeUpCertificates IMPOSTOR =
            MadeUpCertificates.selfSigned("CN=motcua.sotuphap.mau.vn,O=H15.02,C=VN");
    /** The address of a reverse proxy that ends TLS; this machine, too. */
    public static final String PROXY = "127.0.0.2";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestDatabase.fresh();
        Path folder = made();
        List<String> settings = new ArrayList<>(List.of(
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.user(),
                "spring.datasource.password=" + database.password(),
                "lienthong.data=" + database.data(),
                "server.ssl.certificate=" + MadeUpCertificates.pem(folder.resolve("server.pem"), SERVER),
                "server.ssl.certificate-private-key=" + SERVER.key(folder.resolve("server.key")),
                "server.ssl.client-auth=want",
                // Tomcat lets nobody through whom this file does not vouch for
                "server.ssl.trust-certificate="
                        + MadeUpCertificates.pem(folder.resolve("let-in.pem"), AUTHORITY, WARD, IMPOSTOR),
                "lienthong.access.certificates.trust="
                        + MadeUpCertificates.pem(folder.resolve("authority.pem"), AUTHORITY),
                "lienthong.access.certificates.proxies=" + PROXY));
        client(
                settings,
                0,
                "H15.24133",
                "certificate.file=" + MadeUpCertificates.pem(folder.resolve("ward.pem"), WARD, OVER, WEAK));
        client(settings, 1, "H15.02", "certificate.subject=CN=motcua.sotuphap.mau.vn, O=H15.02, C=VN");
        client(settings, 2, "H99", "secret=sandbox-H99");
        TestPropertyValues.of(settings).applyTo(context);
    }

    /** What a caller needs to speak TLS with this gateway, with a certificate of its own or without. */
    public static SSLContext caller(@Nullable MadeUpCertificates own) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", SERVER.certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            KeyManager[] keys = null;
            if (own != null) {
                KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                factory.init(own.store(), "test".toCharArray());
                keys = factory.getKeyManagers();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void client(List<String> settings, int place, String id, String how) {
        String prefix = "lienthong.access.clients[" + place + "].";
        settings.add(prefix + "id=" + id);
        settings.add(prefix + "name=Một cửa " + id);
        settings.add(prefix + "agency=" + id);
        settings.add(prefix + "scopes=dossier.write,dossier.read,citizen.lookup,inbox.read");
        settings.add(prefix + how);
    }

    private static Path made() {
        try {
            Path folder = Files.createTempDirectory("tls");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
