package vn.lienthong.access.internal.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.lienthong.access.ProblemBody;
import vn.lienthong.access.RequestLanguage;
import vn.lienthong.access.Trace;

/** Writes a failure in the shape of the face that was called. */
@Component
public final class FailureWriter {
    private final ObjectMapper json;

    FailureWriter(ObjectMapper json) {
        this.json = json;
    }

    /** Answers with this failure; does nothing when the answer already left. */
    public void write(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(failure.problem().status());
        failure.headers().forEach(response::setHeader);
        Face face = Face.of(request);
        byte[] body = json.writeValueAsBytes(body(face, request, failure));
        response.setContentType(face == Face.NATIVE ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** True if a person's browser asks for a page, so that a page is the answer. */
    public static boolean isForPerson(HttpServletRequest request) {
        return Face.isForPerson(request);
    }

    private static Object body(Face face, HttpServletRequest request, Failure failure) {
        return switch (face) {
            case NATIVE -> ProblemBody.of(failure.problem(), request);
            case COMPATIBLE -> {
                Map<String, String> body = new LinkedHashMap<>();
                body.put("error_code", "-1");
                body.put("message", failure.problem().text().in(RequestLanguage.of(request)));
                body.put("code", failure.problem().code());
                body.put("traceId", Trace.id(request));
                yield body;
            }
            case TOKENS -> {
                Map<String, String> body = new LinkedHashMap<>();
                body.put("error", oauthError(failure.problem().status()));
                body.put("error_description", failure.problem().code() + " " + Trace.id(request));
                yield body;
            }
        };
    }

    private static String oauthError(int status) {
        return switch (status) {
            case 401 -> "invalid_client";
            case 503 -> "temporarily_unavailable";
            default -> status < 500 ? "invalid_request" : "server_error";
        };
    }
}
