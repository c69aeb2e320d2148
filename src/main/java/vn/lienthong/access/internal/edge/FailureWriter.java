package vn.lienthong.access.internal.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.lienthong.access.ProblemBody;
import vn.lienthong.access.RequestLanguage;
import vn.lienthong.access.Trace;

/** Writes a failure in the shape of the face that was called; for a person's browser as a page. */
@Component
public final class FailureWriter {
    private final ObjectMapper json;
    private final ITemplateEngine pages;

    FailureWriter(ObjectMapper json, ITemplateEngine pages) {
        this.json = json;
        this.pages = pages;
    }

    /** Answers with this failure; does nothing when the answer already left. */
    public void write(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        if (Face.of(request) == Face.SOAP) {
            SoapFault.write(request, response, failure);
            return;
        }
        response.setStatus(failure.problem().status());
        failure.headers().forEach(response::setHeader);
        boolean person = Face.isForPerson(request);
        response.setContentType(
                person ? "text/html;charset=UTF-8" : Face.of(request).contentType());
        byte[] body = person ? page(request, failure) : json.writeValueAsBytes(body(request, failure));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** Made without the dispatcher, which would look for the session: the database may be what failed. */
    private byte[] page(HttpServletRequest request, Failure failure) {
        Context context = new Context(Locale.forLanguageTag(RequestLanguage.of(request)));
        context.setVariable("problem", ProblemBody.of(failure.problem(), request));
        return pages.process("access/failure", context).getBytes(StandardCharsets.UTF_8);
    }

    private static Object body(HttpServletRequest request, Failure failure) {
        return switch (Face.of(request)) {
            case NATIVE -> ProblemBody.of(failure.problem(), request);
            case COMPATIBLE -> NationalFailure.body(request, failure.problem());
            case TOKENS -> {
                Map<String, String> body = new LinkedHashMap<>();
                body.put("error", oauthError(failure.problem().status()));
                body.put("error_description", failure.problem().code() + " " + Trace.id(request));
                yield body;
            }
            case SOAP -> throw new IllegalStateException("A fault is not JSON");
        };
    }

    private static String oauthError(int status) {
        return switch (status) {
            case 401 -> "invalid_client";
            case 429, 503 -> "temporarily_unavailable";
            default -> status < 500 ? "invalid_request" : "server_error";
        };
    }
}
