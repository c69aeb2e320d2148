package vn.lienthong.signing.internal;

import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.SigningRequest;
import vn.lienthong.signing.VisibleBlock;

/** One signature in the making, in the library's words. */
final class Press {
    private final CertificateVerifier verifier;
    private final @Nullable TSPSource timeStamps;
    private final Instant now;
    private final SigningKey key;

    Press(Helpers helpers, Instant now, SigningKey key, SignatureLevel level) {
        this.verifier = level == SignatureLevel.B ? helpers.offlineVerifier() : helpers.freshVerifier();
        this.timeStamps = helpers.timeStamps().orElse(null);
        this.now = now;
        this.key = key;
    }

    byte[] sign(SigningRequest request) {
        List<DSSDocument> documents = Documents.of(request.contents());
        DSSDocument first = documents.getFirst();
        return Documents.bytes(
                switch (request.format()) {
                    case CADES_DETACHED -> cades(first, SignaturePackaging.DETACHED, request.level());
                    case CADES_ENVELOPING -> cades(first, SignaturePackaging.ENVELOPING, request.level());
                    case XADES_ENVELOPED -> xades(first, request.level());
                    case PADES -> pades(request);
                    case ASIC_E -> container(documents, request.level());
                });
    }

    private DSSDocument cades(DSSDocument document, SignaturePackaging packaging, SignatureLevel level) {
        CAdESService service = new CAdESService(verifier);
        service.setTspSource(timeStamps);
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(form("CAdES", level));
        parameters.setSignaturePackaging(packaging);
        return sign(service, document, parameters);
    }

    private DSSDocument xades(DSSDocument document, SignatureLevel level) {
        XAdESService service = new XAdESService(verifier);
        service.setTspSource(timeStamps);
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(form("XAdES", level));
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        parameters.setReferences(WholeDocument.of(document));
        return sign(service, document, parameters);
    }

    private DSSDocument pades(SigningRequest request) {
        Content document = request.contents().getFirst();
        VisibleBlock block = request.visible();
        if (block == null) {
            return pades(document, request.level(), null);
        }
        return VisibleSealing.sign(document.bytes(), block, this, picture -> pades(document, request.level(), picture));
    }

    private DSSDocument pades(Content document, SignatureLevel level, @Nullable SignatureImageParameters picture) {
        PAdESService service = new PAdESService(verifier);
        service.setTspSource(timeStamps);
        service.setPdfObjFactory(new SealedPdf()); // draws text as text
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(form("PAdES", level));
        if (picture != null) {
            parameters.setImageParameters(picture);
        }
        return sign(service, Documents.of(document), parameters);
    }

    X509Certificate signer() {
        return key.certificate();
    }

    Instant now() {
        return now;
    }

    private DSSDocument container(List<DSSDocument> documents, SignatureLevel level) {
        ASiCWithXAdESService service = new ASiCWithXAdESService(verifier);
        service.setTspSource(timeStamps);
        ASiCWithXAdESSignatureParameters parameters = new ASiCWithXAdESSignatureParameters();
        parameters.setSignatureLevel(form("XAdES", level));
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        describe(parameters);
        return service.signDocument(documents, parameters, key.sign(service.getDataToSign(documents, parameters)));
    }

    private <P extends AbstractSignatureParameters<?>> DSSDocument sign(
            DocumentSignatureService<P, ?> service, DSSDocument document, P parameters) {
        describe(parameters);
        return service.signDocument(document, parameters, key.sign(service.getDataToSign(document, parameters)));
    }

    private void describe(AbstractSignatureParameters<?> parameters) {
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(key.token());
        parameters.setCertificateChain(key.tokens());
        parameters.bLevel().setSigningDate(Date.from(now));
    }

    private static eu.europa.esig.dss.enumerations.SignatureLevel form(String family, SignatureLevel level) {
        return eu.europa.esig.dss.enumerations.SignatureLevel.valueOf(family + "_BASELINE_" + level);
    }
}
