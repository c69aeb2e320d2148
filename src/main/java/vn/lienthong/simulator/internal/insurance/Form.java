package vn.lienthong.simulator.internal.insurance;

import java.nio.charset.StandardCharsets;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reply;

/** How an answer is written: the way its question came. */
enum Form {
    SOAP {
        @Override
        Reply answer(String operation, String code, String words) {
            String name = operation.equals("ask") ? "AskResultResponse" : "ForwardResultResponse";
            return envelope(
                    200,
                    "<" + name + " xmlns=\"" + Xml.NS + "\"><Code>" + code + "</Code><Message>" + words + "</Message></"
                            + name + ">");
        }

        @Override
        Reply refused(String fault) {
            return envelope(
                    500,
                    "<soap:Fault xmlns:wsse=\"" + WSSE + "\"><faultcode>wsse:" + fault + "</faultcode><faultstring>"
                            + fault + "</faultstring></soap:Fault>");
        }
    },
    JSON {
        @Override
        Reply answer(String operation, String code, String words) {
            return Reply.json(200, Json.object().put("code", code).put("message", words));
        }

        @Override
        Reply refused(String fault) {
            return Reply.json(401, Json.object().put("code", fault));
        }
    };

    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    abstract Reply answer(String operation, String code, String words);

    /** Nothing was even looked at. */
    abstract Reply refused(String fault);

    private static Reply envelope(int status, String content) {
        String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope xmlns:soap=\"" + Xml.SOAP
                + "\"><soap:Body>" + content + "</soap:Body></soap:Envelope>";
        return Reply.bytes(status, "text/xml;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
