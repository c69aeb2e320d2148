package vn.lienthong.access.internal.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns whatever a REST controller throws into a problem. A room that needs another shape has an own advice before. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice {
    private final FailureWriter writer;

    ProblemAdvice(FailureWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void answer(Exception exception, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (exception instanceof AccessDeniedException || exception instanceof AuthenticationException) {
            throw exception; // the filter chain knows how to ask for a sign-in
        }
        if (!Failures.isHungUp(exception)) {
            Failure failure = Failures.of(exception);
            FailureLog.note(request, failure, exception);
            writer.write(request, response, failure);
        }
    }
}
