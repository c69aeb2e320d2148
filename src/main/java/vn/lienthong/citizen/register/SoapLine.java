package vn.lienthong.citizen.register;

import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.WebServiceException;
import jakarta.xml.ws.soap.SOAPBinding;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.xml.namespace.QName;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.UpfrontConduitSelector;
import org.apache.cxf.jaxws.DispatchImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * Speaks SOAP 1.1: wraps a question, unwraps an answer, knows faults. The wire is not its business, see {@link Carriage}.
 * What it reads is bounded in depth and number, and no document type or entity is looked at.
 */
@Component
class SoapLine {
    static final ScopedValue<Conversation> NOW = ScopedValue.newInstance();

    private static final QName SERVICE = new QName(RequestWriter.NAMESPACE, "TraCuuService");
    private static final QName PORT = new QName(RequestWriter.NAMESPACE, "TraCuuPort");
    private static final Map<String, Integer> LIMITS = Map.of(
            "org.apache.cxf.stax.maxElementDepth", 20,
            "org.apache.cxf.stax.maxChildElements", 200,
            "org.apache.cxf.stax.maxElementCount", 5000,
            "org.apache.cxf.stax.maxAttributeCount", 20,
            "org.apache.cxf.stax.maxTextLength", 65_536);

    private final Supplier<Dispatch<DOMSource>> dispatch = SingletonSupplier.of(SoapLine::open);

    /** One call under way: who carries it, and the words of the fault that came back, if one did. */
    record Conversation(Carriage carriage, AtomicReference<@Nullable String> fault) {}

    /** What came of a call. */
    sealed interface Spoken {
        /** The content of the answer's body. */
        record Content(Node node) implements Spoken {}

        /** The register's own no. */
        record Fault(String words) implements Spoken {}

        /** Nothing that could be read, or nothing at all. */
        record Nothing(Trouble trouble, String detail) implements Spoken {}
    }

    /** Says it once. */
    Spoken speak(Document payload, Carriage carriage) {
        AtomicBoolean written = new AtomicBoolean();
        Carriage noticed = envelope -> {
            written.set(true);
            return carriage.carry(envelope);
        };
        Conversation conversation = new Conversation(noticed, new AtomicReference<>());
        try {
            DOMSource answer = ScopedValue.where(NOW, conversation)
                    .call(() -> dispatch.get().invoke(new DOMSource(payload)));
            Node content = answer == null ? null : answer.getNode();
            return content == null ? unreadable("an empty body") : new Spoken.Content(content);
        } catch (WebServiceException | IllegalStateException failed) {
            if (!written.get()) {
                return new Spoken.Nothing(Trouble.REGISTER_NOT_ASKED, cause(failed)); // the register is not to blame
            }
            String fault = conversation.fault().get();
            Spoken.Nothing broken = broken(failed);
            return broken != null ? broken : fault != null ? new Spoken.Fault(fault) : unreadable(cause(failed));
        }
    }

    private static Spoken unreadable(String detail) {
        return new Spoken.Nothing(Trouble.REGISTER_UNREADABLE, detail);
    }

    /** The failure of the way that stands behind this one, if one does. */
    private static Spoken.@Nullable Nothing broken(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof CarriageFailed failed) {
                return new Spoken.Nothing(failed.trouble(), String.valueOf(failed.getMessage()));
            }
        }
        return null;
    }

    /** The kind of the failure only: a parser's words may repeat what it read. */
    private static String cause(Throwable failure) {
        Throwable each = failure;
        while (each.getCause() != null) {
            each = each.getCause();
        }
        return each.getClass().getSimpleName();
    }

    private static Dispatch<DOMSource> open() {
        Bus before = BusFactory.getThreadDefaultBus(false);
        Bus bus = new CXFBusFactory().createBus();
        BusFactory.setThreadDefaultBus(bus);
        try {
            Service service = Service.create(SERVICE);
            // the address is never called: the conduit carries
            service.addPort(PORT, SOAPBinding.SOAP11HTTP_BINDING, "http://register.invalid/");
            Dispatch<DOMSource> made = service.createDispatch(PORT, DOMSource.class, Service.Mode.PAYLOAD);
            Client client = ((DispatchImpl<DOMSource>) made).getClient();
            UpfrontConduitSelector carried = new UpfrontConduitSelector(new CarriageConduit());
            carried.setEndpoint(client.getEndpoint());
            client.setConduitSelector(carried);
            client.getInFaultInterceptors().add(new FaultWords());
            client.getRequestContext().put("thread.local.request.context", true);
            LIMITS.forEach(client.getEndpoint()::put);
            return made;
        } finally {
            BusFactory.setThreadDefaultBus(before);
        }
    }
}
