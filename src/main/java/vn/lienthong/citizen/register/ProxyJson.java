package vn.lienthong.citizen.register;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** The question as provincial proxies take it: flat JSON with the register's own names. */
final class ProxyJson {
    private ProxyJson() {}

    static byte[] bytes(Question question) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        RequestWriter.fields(question, RegisterDoor.PLAIN).forEach((name, value) -> body.put(name, value));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
