package vn.lienthong.access.internal.edge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import vn.lienthong.access.RequestLanguage;
import vn.lienthong.access.Trace;
import vn.lienthong.kernel.Problem;

/**
 * A failure outside the controllers, in the form of the national protocol and with its table of codes (OpenAPI,
 * {@code /compat/dvcqg/mapi/g}). The proxy form has the whole reply once more as text inside {@code message}.
 */
final class NationalFailure {
    private NationalFailure() {}

    static ObjectNode body(HttpServletRequest request, Problem problem) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.put("error_code", code(problem.status()));
        reply.put("message", problem.text().in(RequestLanguage.of(request)));
        reply.put("code", problem.code());
        reply.put("traceId", Trace.id(request));
        reply.putArray("result");
        if (!Face.path(request).startsWith("/compat/proxy/")) {
            return reply;
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("error_code", code(problem.status()))
                .put("message", reply.toString());
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "-2";
            case 403 -> "-11";
            case 413 -> "-12";
            case 429, 503 -> "-13";
            default -> status < 500 ? "-1" : "-15";
        };
    }
}
