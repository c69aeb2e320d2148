package vn.lienthong.evidence;

import java.util.List;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.util.CollectionStore;

/** What a forger does to detached signatures. */
final class ForgedSignatures {
    private ForgedSignatures() {}

    static SignerInformation signer(byte[] signature) {
        try {
            return new CMSSignedData(signature).getSignerInfos().iterator().next();
        } catch (CMSException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static byte[] unsigned(byte[] signature, AttributeTable attributes) {
        try {
            SignerInformation changed = SignerInformation.replaceUnsignedAttributes(signer(signature), attributes);
            return CMSSignedData.replaceSigners(new CMSSignedData(signature), new SignerInformationStore(changed))
                    .getEncoded("DER");
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    static byte[] bare(byte[] signature) {
        try {
            CMSSignedData cms = new CMSSignedData(signature);
            return CMSSignedData.replaceCertificatesAndCRLs(
                            cms, new CollectionStore<>(List.of()), cms.getAttributeCertificates(), cms.getCRLs())
                    .getEncoded("DER");
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    static byte[] otherValue(byte[] signature) {
        byte[] value = signer(signature).getSignature();
        String all = new String(signature, java.nio.charset.StandardCharsets.ISO_8859_1);
        int place = all.indexOf(new String(value, java.nio.charset.StandardCharsets.ISO_8859_1));
        return TamperedContainerTest.flip(signature, place + value.length - 4);
    }
}
