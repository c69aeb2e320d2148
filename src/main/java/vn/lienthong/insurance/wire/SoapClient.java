package vn.lienthong.insurance.wire;

import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.soap.SOAPBinding;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.UpfrontConduitSelector;
import org.apache.cxf.jaxws.DispatchImpl;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signing.Identity;

/** The client of CXF, opened at the first call and anew for a new key. What it reads is bounded in depth and number. */
final class SoapClient {
    private static final QName SERVICE = new QName("urn:lienthong", "InsuranceResults");
    private static final Map<String, Integer> LIMITS = Map.of(
            "org.apache.cxf.stax.maxElementDepth", 20,
            "org.apache.cxf.stax.maxChildElements", 100,
            "org.apache.cxf.stax.maxElementCount", 1000,
            "org.apache.cxf.stax.maxAttributeCount", 20,
            "org.apache.cxf.stax.maxTextLength", 65_536);

    private @Nullable Opened opened;

    private record Opened(Identity identity, Dispatch<DOMSource> dispatch) {}

    synchronized Dispatch<DOMSource> signedBy(Identity identity) {
        Opened last = opened;
        if (last == null || !last.identity().certificate().equals(identity.certificate())) {
            last = new Opened(identity, open(identity));
            opened = last;
        }
        return last.dispatch();
    }

    private static Dispatch<DOMSource> open(Identity identity) {
        Bus before = BusFactory.getThreadDefaultBus(false);
        Bus bus = new CXFBusFactory().createBus();
        BusFactory.setThreadDefaultBus(bus);
        try {
            Service service = Service.create(SERVICE);
            // the address is never called: the conduit carries
            service.addPort(SERVICE, SOAPBinding.SOAP11HTTP_BINDING, "http://insurance.invalid/");
            Dispatch<DOMSource> made = service.createDispatch(SERVICE, DOMSource.class, Service.Mode.PAYLOAD);
            Client client = ((DispatchImpl<DOMSource>) made).getClient();
            UpfrontConduitSelector carried = new UpfrontConduitSelector(new PassageConduit());
            carried.setEndpoint(client.getEndpoint());
            client.setConduitSelector(carried);
            client.getOutInterceptors().add(SignedEnvelope.by(identity));
            client.getInFaultInterceptors().add(new FaultCode());
            client.getRequestContext().put("thread.local.request.context", true);
            LIMITS.forEach(client.getEndpoint()::put);
            return made;
        } finally {
            BusFactory.setThreadDefaultBus(before);
        }
    }
}
