package vn.lienthong.insurance.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.transport.MessageObserver;
import org.apache.cxf.ws.addressing.EndpointReferenceType;

/** Hands a finished envelope to this call's {@link Passage}, and the answer to whoever reads SOAP. */
final class PassageConduit extends AbstractConduit {
    private static final Logger LOG = Logger.getLogger(PassageConduit.class.getName());

    PassageConduit() {
        super(new EndpointReferenceType()); // no address: it serves every call
        LOG.setLevel(Level.OFF);
    }

    @Override
    public void prepare(Message message) {
        message.setContent(OutputStream.class, new Envelope());
    }

    @Override
    public void close(Message message) throws IOException {
        if (!(message.getContent(OutputStream.class) instanceof Envelope envelope)) {
            return; // the answer's end
        }
        message.removeContent(OutputStream.class);
        byte[] answer = SoapLine.NOW.get().carry(envelope.toByteArray());
        Message in = new MessageImpl();
        in.setExchange(message.getExchange());
        in.put(Message.RESPONSE_CODE, 200);
        in.put(Message.CONTENT_TYPE, "text/xml");
        in.put(Message.ENCODING, StandardCharsets.UTF_8.name());
        in.setContent(InputStream.class, new ByteArrayInputStream(answer));
        message.getExchange().get(MessageObserver.class).onMessage(in);
    }

    @Override
    protected Logger getLogger() {
        return LOG;
    }

    /** An envelope that is being written. */
    private static final class Envelope extends ByteArrayOutputStream {}
}
