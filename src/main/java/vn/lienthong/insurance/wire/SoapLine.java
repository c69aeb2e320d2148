package vn.lienthong.insurance.wire;

import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.WebServiceException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.Reason;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.signing.Identity;

/** SOAP 1.1 with a signed envelope: CXF and WSS4J make it, the partner's line carries it. */
final class SoapLine implements Line {
    static final ScopedValue<Passage> NOW = ScopedValue.newInstance();

    private final InsuranceHttp http;
    private final Contract contract;
    private final Supplier<Optional<Identity>> identity;
    private final SoapClient client = new SoapClient();

    SoapLine(InsuranceHttp http, Contract contract, Supplier<Optional<Identity>> identity) {
        this.http = http;
        this.contract = contract;
        this.identity = identity;
    }

    @Override
    public Said forward(Call call, byte[] document) {
        Document body = operation(contract.soap().forward(), call);
        add(body, contract.soap().document(), Base64.getEncoder().encodeToString(document));
        return say(call, body);
    }

    @Override
    public Said ask(Call call) {
        return say(call, operation(contract.soap().ask(), call));
    }

    private Said say(Call call, Document body) {
        Optional<Identity> signer = identity.get();
        if (signer.isEmpty()) {
            return notSent(
                    "khóa ký lienthong.insurance.key không dùng được / the key of lienthong.insurance.key cannot be"
                            + " used");
        }
        Passage passage = new Passage(http, call, contract.soap().path());
        try {
            Dispatch<DOMSource> dispatch = client.signedBy(signer.get());
            DOMSource answer = ScopedValue.where(NOW, passage).call(() -> dispatch.invoke(new DOMSource(body)));
            return read(passage, answer == null ? null : answer.getNode());
        } catch (WebServiceException | IllegalStateException failed) {
            return afterFailure(passage, failed);
        }
    }

    private Said afterFailure(Passage passage, RuntimeException failed) {
        Said stopped = passage.stopped();
        WireAnswer.Answered answered = passage.answered();
        if (stopped != null) {
            return stopped;
        }
        if (answered == null) {
            String what = failed.getClass().getSimpleName();
            // an answer that came and could not be stored says as much as one that never came
            return passage.left()
                    ? new Said.Failed(new DeliveryOutcome.MaybeSent(Reason.ANSWER_LOST, what, false))
                    : notSent(what);
        }
        String fault = passage.fault();
        return fault == null || !http.knows(fault) ? http.failed(answered) : http.told(answered, fault, null);
    }

    private Said read(Passage passage, @Nullable Node answer) {
        WireAnswer.Answered answered = passage.answered();
        if (answered == null) {
            return notSent("no envelope"); // the conduit carries or fails
        }
        Element root = answer instanceof Document document ? document.getDocumentElement() : (Element) answer;
        if (root == null) {
            return http.failed(answered);
        }
        String code = text(root, contract.soap().code());
        if (code.isEmpty()) {
            return http.failed(answered);
        }
        String words = text(root, contract.soap().message());
        return http.told(answered, code, words.isEmpty() ? null : words);
    }

    private String text(Element root, String name) {
        Node found = root.getElementsByTagNameNS(contract.namespace(), name).item(0);
        return found == null ? "" : found.getTextContent().strip();
    }

    private Document operation(String name, Call call) {
        try {
            Document body = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
            body.appendChild(body.createElementNS(contract.namespace(), name));
            add(body, contract.soap().reference(), call.reference());
            return body;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void add(Document body, String name, String text) {
        Element element = body.createElementNS(contract.namespace(), name);
        element.setTextContent(text);
        body.getDocumentElement().appendChild(element);
    }

    private static Said notSent(String detail) {
        return new Said.Failed(new DeliveryOutcome.NotSent(Reason.OWN_TROUBLE, detail));
    }
}
