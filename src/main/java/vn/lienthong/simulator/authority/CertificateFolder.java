package vn.lienthong.simulator.authority;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a sample authority: for each holder a PKCS#12 with key and chain, and the certificate as PEM. */
final class CertificateFolder {
    /** The password of every sample key, known to everybody. */
    static final String PASSWORD = "sandbox-sample";

    private static final String PACKED = "/certs-sample/";

    private CertificateFolder() {}

    static void write(Path folder, Map<Holder, Keeping> all) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<Holder, Keeping> entry : all.entrySet()) {
                String name = entry.getKey().file();
                Files.write(folder.resolve(name + ".p12"), keyStore(name, entry.getValue()));
                Files.writeString(
                        folder.resolve(name + ".pem"), pem(entry.getValue().certificate()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A key could not be packed", impossible);
        }
    }

    /** The authority in this folder; without one, the packed one. */
    static Map<Holder, Keeping> read(@Nullable Path folder) {
        Map<Holder, Keeping> all = new EnumMap<>(Holder.class);
        for (Holder holder : Holder.all()) {
            String name = holder.file() + ".p12";
            try (InputStream file = folder == null ? packed(name) : Files.newInputStream(folder.resolve(name))) {
                all.put(holder, keeping(file, holder.file()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (GeneralSecurityException unreadable) {
                throw new IllegalStateException(name + " cannot be read", unreadable);
            }
        }
        return Map.copyOf(all);
    }

    private static InputStream packed(String name) throws IOException {
        return Optional.ofNullable(CertificateFolder.class.getResourceAsStream(PACKED + name))
                .orElseThrow(() -> new IOException(PACKED + name + " is missing"));
    }

    private static Keeping keeping(InputStream file, String alias) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(file, PASSWORD.toCharArray());
        if (!(store.getKey(alias, PASSWORD.toCharArray()) instanceof PrivateKey key)) {
            throw new GeneralSecurityException("no key named " + alias);
        }
        List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
        return new Keeping(key, chain);
    }

    private static byte[] keyStore(String alias, Keeping keeping) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                alias, keeping.key(), PASSWORD.toCharArray(), keeping.chain().toArray(new Certificate[0]));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD.toCharArray());
        return bytes.toByteArray();
    }

    private static String pem(X509Certificate certificate) throws CertificateEncodingException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
    }
}
