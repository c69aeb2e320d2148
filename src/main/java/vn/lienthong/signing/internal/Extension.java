package vn.lienthong.signing.internal;

import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.util.List;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SignatureFormat;

/** Brings all signatures of a document to level LTA; one that is there already gets a further archive time-stamp. */
final class Extension {
    private final CertificateVerifier verifier;
    private final TSPSource timeStamps;
    private final DigestAlgorithm digest;

    Extension(CertificateVerifier verifier, TSPSource timeStamps, DigestAlgorithm digest) {
        this.verifier = verifier;
        this.timeStamps = timeStamps;
        this.digest = digest;
    }

    byte[] extend(SignatureFormat format, Content signed, List<Content> contents) {
        DSSDocument document = Documents.of(signed);
        return Documents.bytes(
                switch (format) {
                    case PADES -> pades(document);
                    case XADES_ENVELOPED -> xades(document);
                    case CADES_DETACHED -> cades(document, SignaturePackaging.DETACHED, contents);
                    case CADES_ENVELOPING -> cades(document, SignaturePackaging.ENVELOPING, contents);
                    case ASIC_E -> container(document);
                });
    }

    private DSSDocument pades(DSSDocument document) {
        PAdESService service = new PAdESService(verifier);
        service.setTspSource(timeStamps);
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LTA);
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(digest);
        return service.extendDocument(document, parameters);
    }

    private DSSDocument xades(DSSDocument document) {
        XAdESService service = new XAdESService(verifier);
        service.setTspSource(timeStamps);
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_LTA);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(digest);
        return service.extendDocument(document, parameters);
    }

    private DSSDocument cades(DSSDocument document, SignaturePackaging packaging, List<Content> contents) {
        CAdESService service = new CAdESService(verifier);
        service.setTspSource(timeStamps);
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_LTA);
        parameters.setSignaturePackaging(packaging);
        parameters.setDigestAlgorithm(digest);
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(digest);
        if (!contents.isEmpty()) {
            parameters.setDetachedContents(Documents.of(contents));
        }
        return service.extendDocument(document, parameters);
    }

    private DSSDocument container(DSSDocument document) {
        ASiCWithXAdESService service = new ASiCWithXAdESService(verifier);
        service.setTspSource(timeStamps);
        ASiCWithXAdESSignatureParameters parameters = new ASiCWithXAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_LTA);
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        parameters.getArchiveTimestampParameters().setDigestAlgorithm(digest);
        return service.extendDocument(document, parameters);
    }
}
