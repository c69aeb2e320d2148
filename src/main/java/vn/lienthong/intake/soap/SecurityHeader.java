package vn.lienthong.intake.soap;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Predicate;
import org.apache.wss4j.common.bsp.BSPRule;
import org.apache.wss4j.common.crypto.AlgorithmSuite;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.crypto.WSProviderConfig;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.apache.wss4j.dom.validate.Credential;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.ProblemException;

/**
 * Reads a WS-Security header with WSS4J: forms, times and the mathematics of signatures, with today's algorithms only. Whose
 * password or certificate it is, and whether it was shown before, is judged afterwards.
 */
@Component
class SecurityHeader {
    private static final int FUTURE_SECONDS = 60;
    private static final List<String> SIGNATURES = List.of(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512");
    private static final List<String> DIGESTS = List.of(
            "http://www.w3.org/2001/04/xmlenc#sha256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "http://www.w3.org/2001/04/xmlenc#sha512");

    static {
        // before the library adds Bouncy Castle to the providers of the whole process
        WSProviderConfig.init(true, false, false);
    }

    private final WSSecurityEngine engine = new WSSecurityEngine();
    private final WSSConfig configuration = WSSConfig.getNewInstance();
    private final AlgorithmSuite algorithms = algorithms();
    private final Merlin certificates = certificates();
    private final int ttl;

    SecurityHeader(SoapProperties settings, GatewayClock clock) {
        this.ttl = (int) settings.clockSkew().toSeconds();
        configuration.setCurrentTime(clock::now);
        configuration.setValidator(WSConstants.USERNAME_TOKEN, (credential, data) -> credential);
        configuration.setValidator(WSConstants.SIGNATURE, SecurityHeader::known);
        engine.setWssConfig(configuration);
    }

    /** What the header holds; refuses with 401 one that does not hold, and unread one whose signer is not {@code known}. */
    WSHandlerResult process(Element security, Predicate<List<X509Certificate>> known) {
        SignatureShape.require(security);
        RequestData data = new RequestData();
        data.setMsgContext(new Known(known));
        data.setWssConfig(configuration);
        data.setSigVerCrypto(certificates);
        data.setAlgorithmSuite(algorithms);
        data.setUtTTL(ttl);
        data.setUtFutureTTL(FUTURE_SECONDS);
        data.setTimeStampTTL(ttl);
        data.setTimeStampFutureTTL(FUTURE_SECONDS);
        data.setTimeStampStrict(true);
        // more than milliseconds does no harm: some platforms write them
        data.setIgnoredBSPRules(List.of(BSPRule.R3220, BSPRule.R3229));
        data.setCallbackHandler(callbacks -> {});
        try {
            return engine.processSecurityHeader(security, data);
        } catch (WSSecurityException refused) {
            throw refused.getErrorCode() == WSSecurityException.ErrorCode.MESSAGE_EXPIRED
                    ? SoapProblems.expired()
                    : SoapProblems.securityInvalid();
        } catch (ProblemException refused) {
            throw refused;
        } catch (RuntimeException odd) {
            // hostile headers reach corners of the libraries that expect none
            throw SoapProblems.securityInvalid();
        }
    }

    private record Known(Predicate<List<X509Certificate>> test) {}

    /** Asked before anything is digested: strangers cost us no more than a look at their certificate. */
    private static Credential known(Credential credential, RequestData data) throws WSSecurityException {
        X509Certificate[] chain = credential.getCertificates();
        if (chain == null
                || !(data.getMsgContext() instanceof Known known)
                || !known.test().test(List.of(chain))) {
            throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION);
        }
        return credential;
    }

    private static AlgorithmSuite algorithms() {
        AlgorithmSuite suite = new AlgorithmSuite();
        SIGNATURES.forEach(suite::addSignatureMethod);
        DIGESTS.forEach(suite::addDigestAlgorithm);
        suite.addC14nAlgorithm(WSConstants.C14N_EXCL_OMIT_COMMENTS);
        suite.addTransformAlgorithm(WSConstants.C14N_EXCL_OMIT_COMMENTS);
        suite.setMinimumAsymmetricKeyLength(2048);
        return suite;
    }

    /** Reads certificates that come with a message; it holds and trusts none itself. */
    private static Merlin certificates() {
        try {
            KeyStore none = KeyStore.getInstance("PKCS12");
            none.load(null, null);
            Merlin merlin = new Merlin();
            merlin.setKeyStore(none);
            return merlin;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("Every Java has PKCS#12", impossible);
        }
    }
}
