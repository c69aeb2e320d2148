package vn.lienthong.intake.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Callers;
import vn.lienthong.intake.AnswerKey;
import vn.lienthong.intake.Bodies;
import vn.lienthong.intake.Intake;
import vn.lienthong.intake.RepeatedAnswers;

/**
 * Honours {@code Idempotency-Key} on every write of the native interface that does not do so itself: a repeat gets the
 * answer of the first, the act is not done again. Only acts that were done are remembered; a refused one is judged anew. Two
 * repeats at one moment wait for each other on one node; acts themselves refuse what is done already.
 */
@Component
class RepeatedActs extends OncePerRequestFilter {
    private static final Set<String> WRITES = Set.of("POST", "PUT", "DELETE");
    private static final String ROOT = "/v1/";
    /** They keep their answers in the transaction of the act; a file is its own key; a search changes nothing. */
    private static final List<String> ON_THEIR_OWN = List.of(
            "/v1/dossiers",
            "/v1/post/handovers",
            "/v1/post/tracking-events",
            "/v1/attachments/",
            "/v1/data-tracker/search");
    /** Below a dossier, but an act like others. */
    private static final String FINDINGS = "/certificate-findings";

    private static final DataSize LARGEST = DataSize.ofMegabytes(1);

    private final Bodies bodies;
    private final RepeatedAnswers answers;

    RepeatedActs(Bodies bodies, RepeatedAnswers answers) {
        this.bodies = bodies;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getHeader("Idempotency-Key") == null
                || !WRITES.contains(request.getMethod())
                || !path.startsWith(ROOT)
                || answersItself(path);
    }

    private static boolean answersItself(String path) {
        return ON_THEIR_OWN.stream().anyMatch(path::startsWith) && !path.endsWith(FINDINGS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller =
                Callers.current(SecurityContextHolder.getContext().getAuthentication());
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = bodies.read(request, LARGEST, read -> read);
        AnswerKey key = Objects.requireNonNull(Intake.key(
                caller.get(),
                request.getHeader("Idempotency-Key"),
                request.getMethod() + " " + request.getRequestURI(),
                body));
        Lock turn = answers.turn(key);
        turn.lock();
        try {
            answer(key, new RereadRequest(request, body), response, chain);
        } finally {
            turn.unlock();
        }
    }

    private void answer(AnswerKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<RepeatedAnswers.Answer> first = answers.find(key);
        if (first.isPresent()) {
            response.setStatus(first.get().status());
            response.setHeader("Idempotency-Replayed", "true");
            response.setContentType(first.get().type());
            response.getOutputStream().write(first.get().body());
            return;
        }
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        if (kept.getStatus() < 300) {
            answers.remember(
                    key,
                    new RepeatedAnswers.Answer(kept.getStatus(), kept.getContentType(), kept.getContentAsByteArray()));
        }
        kept.copyBodyToResponse();
    }
}
