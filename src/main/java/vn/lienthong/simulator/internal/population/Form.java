package vn.lienthong.simulator.internal.population;

import java.nio.charset.StandardCharsets;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reply;

/** How an answer is wrapped: an envelope by itself, or the envelope as a text inside the proxy's JSON. */
enum Form {
    SOAP {
        @Override
        Reply reply(boolean fault, String envelope) {
            return Reply.bytes(fault ? 500 : 200, "text/xml;charset=UTF-8", envelope.getBytes(StandardCharsets.UTF_8));
        }
    },
    PROXY {
        @Override
        Reply reply(boolean fault, String envelope) {
            return Reply.json(200, Json.object().put("error_code", "0").put("message", envelope));
        }
    };

    abstract Reply reply(boolean fault, String envelope);

    Reply answer(String content) {
        return reply(false, envelope(content));
    }

    Reply fault(String words) {
        return reply(
                true,
                envelope("<soap:Fault><faultcode>soap:Server</faultcode><faultstring>" + CitizenXml.escaped(words)
                        + "</faultstring></soap:Fault>"));
    }

    private static String envelope(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + content
                + "</soap:Body></soap:Envelope>";
    }
}
