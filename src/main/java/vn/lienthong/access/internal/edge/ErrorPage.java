package vn.lienthong.access.internal.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the server sends a request that failed outside any controller: a problem for programs, a page for people. */
@Controller
final class ErrorPage implements ErrorController {
    private final FailureWriter writer;

    ErrorPage(FailureWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(request, response, failure(request));
    }

    private static Failure failure(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable exception) {
            return Failures.of(exception);
        }
        // called by hand, without a failure: the address itself is nothing
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return status == 401 ? Failure.unauthenticated(StatusProblems.of(401)) : Failure.of(StatusProblems.of(status));
    }
}
