package vn.lienthong.simulator.authority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** OCSP answers and revocation lists, signed with the sample authority's keys and made anew for each call. */
final class Revocation {
    private static final Duration FRESH = Duration.ofHours(1);

    private final SampleAuthority authority;
    private final Clock clock;

    Revocation(SampleAuthority authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    byte[] badRequest() {
        return bare(OCSPResponseStatus.MALFORMED_REQUEST);
    }

    byte[] answer(OCSPReq request, RevocationBehaviour behaviour) {
        if (behaviour.answer().equals("try-later")) {
            return bare(OCSPResponseStatus.TRY_LATER);
        }
        try {
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, signed(request, behaviour))
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("The sample responder could not answer", impossible);
        }
    }

    private static byte[] bare(int status) {
        try {
            return new OCSPRespBuilder().build(status, null).getEncoded();
        } catch (OCSPException | IOException impossible) {
            throw new IllegalStateException("A refusal could not be written", impossible);
        }
    }

    private BasicOCSPResp signed(OCSPReq request, RevocationBehaviour behaviour)
            throws OCSPException, OperatorCreationException, GeneralSecurityException {
        Holder responder = behaviour.answer().equals("unsigned-by-us") ? Holder.OFFICER : Holder.REVOCATION;
        Keeping keeping = authority.keeping(responder);
        X509CertificateHolder own = new JcaX509CertificateHolder(keeping.certificate());
        Instant now = clock.instant().plusSeconds(behaviour.clockSeconds());
        BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(own.getSubject()));
        for (Req one : request.getRequestList()) {
            CertificateStatus status = status(one.getCertID(), behaviour, now);
            answer.addResponse(one.getCertID(), status, Date.from(now), Date.from(now.plus(FRESH)), null);
        }
        Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null) {
            answer.setResponseExtensions(new Extensions(nonce));
        }
        return answer.build(signer(keeping), new X509CertificateHolder[] {own}, Date.from(now));
    }

    private CertificateStatus status(CertificateID asked, RevocationBehaviour behaviour, Instant now)
            throws OCSPException, OperatorCreationException, GeneralSecurityException {
        for (Holder holder : Holder.all()) {
            Keeping keeping = authority.keeping(holder);
            X509CertificateHolder issuer = new JcaX509CertificateHolder(
                    authority.keeping(holder.issuer()).certificate());
            if (keeping.certificate().getSerialNumber().equals(asked.getSerialNumber())
                    && asked.matchesIssuer(issuer, new JcaDigestCalculatorProviderBuilder().build())
                    && !behaviour.answer().equals("unknown")) {
                return behaviour.revokes(holder) ? revoked(behaviour, now) : CertificateStatus.GOOD;
            }
        }
        return new UnknownStatus();
    }

    private static RevokedStatus revoked(RevocationBehaviour behaviour, Instant now) {
        return new RevokedStatus(since(behaviour, now), CRLReason.keyCompromise);
    }

    private static Date since(RevocationBehaviour behaviour, Instant now) {
        return Date.from(now.minusSeconds(behaviour.revokedSecondsAgo()));
    }

    /** What this issuer revoked, as a list (RFC 5280). */
    byte[] list(Holder issuer, RevocationBehaviour behaviour) {
        Instant now = clock.instant().plusSeconds(behaviour.clockSeconds());
        Keeping keeping = authority.keeping(issuer);
        JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(keeping.certificate(), Date.from(now));
        list.setNextUpdate(Date.from(now.plus(FRESH)));
        try {
            for (Holder holder : Holder.all()) {
                if (holder.issuer() == issuer && behaviour.revokes(holder)) {
                    list.addCRLEntry(
                            authority.keeping(holder).certificate().getSerialNumber(),
                            since(behaviour, now),
                            CRLReason.keyCompromise);
                }
            }
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keeping.certificate()));
            return list.build(signer(keeping)).getEncoded();
        } catch (OperatorCreationException | GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("The sample revocation list could not be made", impossible);
        }
    }

    private static ContentSigner signer(Keeping keeping) throws OperatorCreationException {
        return new JcaContentSignerBuilder(keeping.signatureAlgorithm()).build(keeping.key());
    }
}
