package vn.lienthong.access.internal.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import vn.lienthong.access.ProblemBody;
import vn.lienthong.access.Trace;

/** Answers for the server itself, when a request is too broken to reach the application. */
final class ServerRefusals extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(ServerRefusals.class);
    private final ObjectMapper json;

    ServerRefusals(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Failure shown = failure == null ? Failure.of(StatusProblems.of(status)) : Failures.of(failure);
        try {
            response.setHeader("Trace-Id", Trace.id(request));
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(ProblemBody.of(shown.problem(), request)));
            response.finishResponse();
            response.getCoyoteResponse().action(ActionCode.CLOSE, null);
        } catch (IOException | IllegalStateException gone) {
            log.debug("No answer possible", gone);
        }
    }
}
