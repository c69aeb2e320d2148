package vn.lienthong.signing.internal;

import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.util.List;
import vn.lienthong.signing.Content;

/** A time-stamp that comes later than its signature. */
final class Stamping {
    private final Helpers helpers;
    private final TSPSource timeStamps;

    Stamping(Helpers helpers, TSPSource timeStamps) {
        this.helpers = helpers;
        this.timeStamps = timeStamps;
    }

    /** The detached signature with a time-stamp over it; the signature itself stays as it was. */
    byte[] detached(Content signature, Content signed) {
        CAdESService service = new CAdESService(helpers.verifier());
        service.setTspSource(timeStamps);
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.CAdES_BASELINE_T);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setDetachedContents(Documents.of(List.of(signed)));
        return Documents.bytes(service.extendDocument(Documents.of(signature), parameters));
    }
}
