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
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Callers;
import vn.lienthong.intake.AnswerKey;
import vn.lienthong.intake.Bodies;
import vn.lienthong.intake.Intake;
import vn.lienthong.intake.RepeatedAnswers;

/**
 * Honours {@code Idempotency-Key} on every write of the native interface that does not do so itself: a repeat gets the
 * answer of the first, the act is not done again. Only acts that were done are remembered; a refused one is judged anew. Two
 * repeats at one moment wait for each other on one node, but not for long; acts themselves refuse what is done already.
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

    /** Their answers tell of persons, so each time one is told again is on record, as the first time is. */
    private static final List<String> OF_PERSONS =
            List.of("/v1/citizen-lookups", "/v1/register-lookups", "/v1/data-tracker/");

    private static final DataSize LARGEST = DataSize.ofMegabytes(1);

    private final Bodies bodies;
    private final RepeatedAnswers answers;
    private final Audit audit;

    RepeatedActs(Bodies bodies, RepeatedAnswers answers, Audit audit) {
        this.bodies = bodies;
        this.answers = answers;
        this.audit = audit;
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
        AnswerKey key = Objects.requireNonNull(
                Intake.key(caller.get(), request.getHeader("Idempotency-Key"), asked(caller.get(), request), body));
        Lock turn = answers.take(key);
        try {
            Optional<RepeatedAnswers.Answer> first = answers.find(key);
            if (first.isPresent()) {
                note(caller.get(), request);
                tellAgain(first.get(), response);
            } else {
                answer(key, new RereadRequest(request, body), response, chain);
            }
        } finally {
            turn.unlock();
        }
    }

    /**
     * What is asked, and with which rights: a stored answer is told without asking for them again, so whoever has others by
     * now is not told it.
     */
    static String asked(Caller caller, HttpServletRequest request) {
        String rights = caller.kind() + " " + caller.agency() + " " + caller.role();
        return request.getMethod() + " " + request.getRequestURI() + "\n" + rights + " "
                + new TreeSet<>(caller.scopes());
    }

    /** By the decoded path, as the act itself is found; before anything is told, so that nothing is told off the record. */
    private void note(Caller caller, HttpServletRequest request) {
        String path = request.getServletPath();
        if (OF_PERSONS.stream().anyMatch(path::startsWith)) {
            audit.record(caller, "idempotency.replay", path, null, Audit.Outcome.DONE);
        }
    }

    private static void tellAgain(RepeatedAnswers.Answer first, HttpServletResponse response) throws IOException {
        response.setStatus(first.status());
        response.setHeader("Idempotency-Replayed", "true");
        response.setContentType(first.type());
        response.getOutputStream().write(first.body());
    }

    private void answer(AnswerKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
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
