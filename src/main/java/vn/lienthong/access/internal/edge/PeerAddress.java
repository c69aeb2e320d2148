package vn.lienthong.access.internal.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import vn.lienthong.access.internal.client.PresentedCertificate;

/** Notes who holds the connection before forwarding headers give a request another address. */
final class PeerAddress extends ValveBase {
    PeerAddress() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(PresentedCertificate.PEER, String.valueOf(request.getPeerAddr()));
        getNext().invoke(request, response);
    }
}
