package vn.lienthong.access.internal.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.access.Trace;

/**
 * The outermost wall: gives each request its trace id, and catches what no controller caught (a filter without its
 * database, say) before the server would log it without that id.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class EdgeFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(EdgeFilter.class);

    private final FailureWriter writer;

    EdgeFilter(FailureWriter writer) {
        this.writer = writer;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = Trace.id(request);
        response.setHeader("Trace-Id", id);
        MDC.put(Trace.KEY, id);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            answer(request, response, failure);
        } finally {
            MDC.remove(Trace.KEY);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception exception)
            throws IOException {
        if (Failures.isHungUp(exception)) {
            log.debug("The caller hung up", exception);
            return;
        }
        Failure failure = Failures.of(exception);
        FailureLog.note(request, failure, exception);
        writer.write(request, response, failure);
    }
}
