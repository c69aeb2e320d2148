package vn.lienthong.signing.internal;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** The certificates that are believed by themselves. */
public final class TrustList {
    private TrustList() {}

    /** All certificates of these files. */
    public static List<X509Certificate> read(List<String> places) throws IOException, GeneralSecurityException {
        List<X509Certificate> all = new ArrayList<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (String place : places) {
            factory.generateCertificates(new ByteArrayInputStream(Places.read(place)))
                    .forEach(certificate -> all.add((X509Certificate) certificate));
        }
        return List.copyOf(all);
    }

    static CommonTrustedCertificateSource source(List<X509Certificate> anchors) {
        CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();
        anchors.forEach(anchor -> source.addCertificate(new CertificateToken(anchor)));
        return source;
    }
}
