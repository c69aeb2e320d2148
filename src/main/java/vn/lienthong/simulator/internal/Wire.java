package vn.lienthong.simulator.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** How an answer goes over the wire, whole or spoilt. */
final class Wire {
    private static final int DRIPS = 20;
    /** What old Vietnamese systems write while they say UTF-8. */
    private static final Charset OLD = Charset.forName("windows-1258");

    private Wire() {}

    static ResponseDefinition whole(Reply reply) {
        return response(reply.status(), reply.contentType(), reply.body()).build();
    }

    static ResponseDefinition late(Reply reply, int delayMs) {
        return response(reply.status(), reply.contentType(), reply.body())
                .withFixedDelay(delayMs)
                .build();
    }

    static ResponseDefinition reset() {
        return aResponse()
                .withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)
                .build();
    }

    static ResponseDefinition brokenServer() {
        return response(
                        500,
                        Reply.JSON,
                        "{\"error_code\":\"500\",\"message\":\"Lỗi hệ thống\"}".getBytes(StandardCharsets.UTF_8))
                .build();
    }

    static ResponseDefinition throttled(int seconds) {
        return response(
                        429,
                        Reply.JSON,
                        "{\"error_code\":\"429\",\"message\":\"Quá nhiều yêu cầu\"}".getBytes(StandardCharsets.UTF_8))
                .withHeader("Retry-After", Integer.toString(seconds))
                .build();
    }

    static ResponseDefinition garbage() {
        byte[] noise = new byte[256];
        ThreadLocalRandom.current().nextBytes(noise);
        // never by chance the beginning of something readable
        noise[0] = (byte) 0xff;
        return response(200, Reply.JSON, noise).build();
    }

    static ResponseDefinition dripping(Reply reply, int overMs) {
        return response(reply.status(), reply.contentType(), reply.body())
                .withChunkedDribbleDelay(DRIPS, overMs)
                .build();
    }

    static ResponseDefinition truncated(Reply reply) {
        byte[] body = reply.body();
        return response(reply.status(), reply.contentType(), Arrays.copyOf(body, body.length / 2))
                .withHeader("Content-Length", Integer.toString(body.length))
                .build();
    }

    static ResponseDefinition inOldEncoding(Reply reply) {
        byte[] old = new String(reply.body(), StandardCharsets.UTF_8).getBytes(OLD);
        return response(reply.status(), reply.contentType(), old).build();
    }

    private static ResponseDefinitionBuilder response(int status, String contentType, byte[] body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", contentType)
                .withBody(body);
    }
}
