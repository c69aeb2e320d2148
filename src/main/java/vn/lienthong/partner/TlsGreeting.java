package vn.lienthong.partner;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Shakes hands with an encrypted server as our calls do, to see what it shows, and says nothing more. */
final class TlsGreeting {
    private TlsGreeting() {}

    /** What the other side showed, its own certificate first. */
    record Greeted(String protocol, List<X509Certificate> chain) {}

    /** Over a line that stands; closes it. */
    static Greeted over(Socket plain, String host, int port) throws IOException {
        return over(plain, host, port, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** As one who trusts whom this factory trusts. */
    static Greeted over(Socket plain, String host, int port, SSLSocketFactory factory) throws IOException {
        try (SSLSocket secure = (SSLSocket) factory.createSocket(plain, host, port, true)) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return new Greeted(
                    secure.getSession().getProtocol(),
                    Arrays.stream(secure.getSession().getPeerCertificates())
                            .map(X509Certificate.class::cast)
                            .toList());
        }
    }
}
