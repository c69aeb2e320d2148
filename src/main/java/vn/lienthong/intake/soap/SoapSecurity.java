package vn.lienthong.intake.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.apache.wss4j.dom.message.token.UsernameToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Callers;
import vn.lienthong.access.Replays;
import vn.lienthong.kernel.Sha256;

/**
 * Finds out who sent a message: by the password of a UsernameToken, or by an X.509 signature over this message's own Body and
 * Timestamp. What was shown once is good once, on whatever node. Anything else in the header is refused unread.
 */
@Component
class SoapSecurity {
    private static final Set<String> KNOWN = Set.of("UsernameToken", "Timestamp", "BinarySecurityToken", "Signature");

    private final SecurityHeader header;
    private final Callers callers;
    private final Replays replays;
    private final SoapProperties settings;

    SoapSecurity(SecurityHeader header, Callers callers, Replays replays, SoapProperties settings) {
        this.header = header;
        this.callers = callers;
        this.replays = replays;
        this.settings = settings;
    }

    /** Who sent this; refuses with 401 what proves nobody. */
    Sender sender(Envelope envelope, HttpServletRequest request) {
        Element security = envelope.security();
        if (security == null) {
            throw SoapProblems.securityMissing();
        }
        Set<String> names = names(security);
        if (!names.contains("UsernameToken") && !names.contains("Signature")) {
            throw SoapProblems.securityMissing();
        }
        if (names.contains("UsernameToken") && !isPrivate(request)) {
            throw SoapProblems.plainHttp();
        }
        WSHandlerResult result = header.process(security, callers::knows);
        Sender signed =
                names.contains("Signature") ? bySignature(envelope, security, one(result, WSConstants.SIGN)) : null;
        Sender named = names.contains("UsernameToken") ? byPassword(one(result, WSConstants.UT), request) : null;
        if (signed != null
                && named != null
                && !signed.caller().clientId().equals(named.caller().clientId())) {
            throw SoapProblems.securityInvalid();
        }
        return named != null ? named : java.util.Objects.requireNonNull(signed);
    }

    private Sender byPassword(WSSecurityEngineResult result, HttpServletRequest request) {
        if (!(result.get(WSSecurityEngineResult.TAG_USERNAME_TOKEN) instanceof UsernameToken token)) {
            throw SoapProblems.securityInvalid();
        }
        if (token.isHashed()) {
            throw SoapProblems.digest();
        }
        String password = token.getPassword();
        if (token.getName() == null || password == null) {
            throw SoapProblems.securityInvalid();
        }
        if (token.getNonce() != null && token.getCreated() == null) {
            throw SoapProblems.created();
        }
        Caller caller = callers.bySecret(token.getName(), password, request).orElseThrow(SoapProblems::securityInvalid);
        if (token.getNonce() != null) {
            once("nonce|" + caller.clientId() + "|" + token.getNonce() + "|" + token.getCreated(), List.of());
        }
        return new Sender(caller, password);
    }

    private Sender bySignature(Envelope envelope, Element security, WSSecurityEngineResult result) {
        List<WSDataRef> signed = signed(result);
        Element timestamp = Envelope.elements(security).stream()
                .filter(each -> "Timestamp".equals(each.getLocalName()))
                .findFirst()
                .orElseThrow(SoapProblems::unsigned);
        WSDataRef body = covering(signed, envelope.body());
        WSDataRef time = covering(signed, timestamp);
        Caller caller = callers.byCertificate(chain(result)).orElseThrow(SoapProblems::securityInvalid);
        // the digests, not the signature: some signatures can be rewritten into another that holds as well
        once("signed|" + caller.clientId(), List.of(body.getDigestValue(), time.getDigestValue()));
        return new Sender(caller, null);
    }

    private static WSDataRef covering(List<WSDataRef> signed, Element element) {
        return signed.stream()
                .filter(each -> each.getProtectedElement() == element)
                .findFirst()
                .orElseThrow(SoapProblems::unsigned);
    }

    @SuppressWarnings("unchecked")
    private static List<WSDataRef> signed(WSSecurityEngineResult result) {
        Object found = result.get(WSSecurityEngineResult.TAG_DATA_REF_URIS);
        return found instanceof List<?> list ? (List<WSDataRef>) list : List.of();
    }

    private static List<X509Certificate> chain(WSSecurityEngineResult result) {
        if (result.get(WSSecurityEngineResult.TAG_X509_CERTIFICATES) instanceof X509Certificate[] chain) {
            return List.of(chain);
        }
        return result.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE) instanceof X509Certificate only
                ? List.of(only)
                : List.of();
    }

    private void once(String what, List<byte[]> digests) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        shown.writeBytes(what.getBytes(StandardCharsets.UTF_8));
        digests.forEach(shown::writeBytes);
        if (!replays.first(Sha256.of(shown.toByteArray()), settings.clockSkew().multipliedBy(3))) {
            throw SoapProblems.replayed();
        }
    }

    private static WSSecurityEngineResult one(WSHandlerResult result, int action) {
        @Nullable List<WSSecurityEngineResult> found = result.getActionResults().get(action);
        return Optional.ofNullable(found)
                .filter(list -> list.size() == 1)
                .map(List::getFirst)
                .orElseThrow(SoapProblems::securityInvalid);
    }

    /** The names of what stands in the header, each of them once. */
    private static Set<String> names(Element security) {
        Set<String> names = new HashSet<>();
        for (Element each : Envelope.elements(security)) {
            String name = String.valueOf(each.getLocalName());
            if (!KNOWN.contains(name) || !names.add(name)) {
                throw SoapProblems.securityInvalid();
            }
        }
        return names;
    }

    private boolean isPrivate(HttpServletRequest request) {
        return request.isSecure() || settings.plainHttp() || Loopback.is(request.getRemoteAddr());
    }
}
