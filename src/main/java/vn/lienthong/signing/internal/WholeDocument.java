package vn.lienthong.signing.internal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.xades.reference.CanonicalizationTransform;
import eu.europa.esig.dss.xades.reference.DSSReference;
import eu.europa.esig.dss.xades.reference.XPath2FilterEnvelopedSignatureTransform;
import java.util.List;
import java.util.UUID;
import javax.xml.crypto.dsig.CanonicalizationMethod;

/**
 * What an enveloped XML signature signs: the document without signatures, its own and those beside it. Said by an XPath filter 2.0,
 * which is asked once for a document, while the library's own filter is asked for every node.
 */
final class WholeDocument {
    private WholeDocument() {}

    static List<DSSReference> of(DSSDocument document) {
        DSSReference whole = new DSSReference();
        whole.setId("r-" + UUID.randomUUID()); // another seal may come beside it
        whole.setUri("");
        whole.setContents(document);
        whole.setDigestMethodAlgorithm(DigestAlgorithm.SHA256);
        whole.setTransforms(List.of(
                new XPath2FilterEnvelopedSignatureTransform(),
                new CanonicalizationTransform(CanonicalizationMethod.EXCLUSIVE)));
        return List.of(whole);
    }
}
