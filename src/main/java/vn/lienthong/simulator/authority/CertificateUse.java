package vn.lienthong.simulator.authority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** What each holder's certificate may be used for, and where its revocation is told (RFC 5280, 3161, 6960). */
final class CertificateUse {
    private final String address;

    CertificateUse(String address) {
        this.address = address;
    }

    void describe(X509v3CertificateBuilder certificate, Holder holder, PublicKey own, PublicKey issuer)
            throws GeneralSecurityException, IOException {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        certificate.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(own));
        certificate.addExtension(
                Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuer));
        boolean authority = holder == Holder.ROOT || holder == Holder.ISSUER;
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage(holder, authority)));
        purpose(certificate, holder);
        if (holder != Holder.ROOT && holder != Holder.REVOCATION) {
            revocation(certificate, holder);
        }
    }

    private static int keyUsage(Holder holder, boolean authority) {
        if (authority) {
            return KeyUsage.keyCertSign | KeyUsage.cRLSign;
        }
        return holder.signsDocuments()
                ? KeyUsage.digitalSignature | KeyUsage.nonRepudiation
                : KeyUsage.digitalSignature;
    }

    private static void purpose(X509v3CertificateBuilder certificate, Holder holder) throws IOException {
        if (holder == Holder.TIME_STAMPS) {
            certificate.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        if (holder == Holder.REVOCATION) {
            certificate.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
            certificate.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        }
    }

    private void revocation(X509v3CertificateBuilder certificate, Holder holder) throws IOException {
        GeneralName list = uri("/ocsp/" + holder.issuer().file() + ".crl");
        DistributionPointName place = new DistributionPointName(new GeneralNames(list));
        DistributionPoint[] points = {new DistributionPoint(place, null, null)};
        certificate.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(points));
        AccessDescription issuer = new AccessDescription(
                AccessDescription.id_ad_caIssuers,
                uri("/ocsp/" + holder.issuer().file() + ".crt"));
        AccessDescription responder = new AccessDescription(AccessDescription.id_ad_ocsp, uri("/ocsp"));
        // the root's own revocation is told by list only, as real roots do
        AccessDescription[] accesses = holder == Holder.ISSUER
                ? new AccessDescription[] {issuer}
                : new AccessDescription[] {responder, issuer};
        certificate.addExtension(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(accesses));
    }

    private GeneralName uri(String path) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address + path);
    }
}
