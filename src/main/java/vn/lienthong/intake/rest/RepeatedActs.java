package vn.lienthong.intake.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
import vn.lienthong.intake.StoredAnswer;
import vn.lienthong.kernel.DataSeal;

/**
 * Honours {@code Idempotency-Key} on what people and their scripts do by hand: a repeat gets the answer of the first, the
 * act is not done again. Only acts that were done are remembered; a refused one is judged anew. Two repeats at one moment
 * wait for each other on one node; acts themselves refuse what is done already. What a look-up told is sealed while it is
 * remembered.
 */
@Component
class RepeatedActs extends OncePerRequestFilter {
    private static final String LOOK_UPS = "/v1/citizen-lookups";
    private static final String OTHER_LOOK_UPS = "/v1/register-lookups";
    private static final List<String> ACTS = List.of(
            "/v1/deliveries/",
            "/v1/bulk-actions",
            "/v1/work-items/",
            "/v1/partners/",
            "/v1/inbox/",
            "/v1/insurance/",
            LOOK_UPS,
            OTHER_LOOK_UPS);
    private static final DataSize LARGEST = DataSize.ofKilobytes(64);

    private final Intake intake;
    private final Bodies bodies;
    private final DataSeal seal;
    private final List<Lock> turns =
            Stream.generate(() -> (Lock) new ReentrantLock()).limit(64).toList();

    RepeatedActs(Intake intake, Bodies bodies, DataSeal seal) {
        this.seal = seal;
        this.intake = intake;
        this.bodies = bodies;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader("Idempotency-Key") == null
                || ACTS.stream().noneMatch(request.getRequestURI()::startsWith);
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
                caller.get(), request.getHeader("Idempotency-Key"), "POST " + request.getRequestURI(), body));
        Lock turn = turns.get(Math.floorMod((caller.get().clientId() + key.key()).hashCode(), turns.size()));
        turn.lock();
        try {
            answer(key, new RereadRequest(request, body), response, chain);
        } finally {
            turn.unlock();
        }
    }

    private void answer(AnswerKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<StoredAnswer> stored = intake.replay(key);
        if (stored.isPresent()) {
            response.setStatus(stored.get().status());
            response.setHeader("Idempotency-Replayed", "true");
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            byte[] body = stored.get().body();
            if (isPersonal(request)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                body = seal.open(body, context(key));
            }
            response.getOutputStream().write(body);
            return;
        }
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        if (kept.getStatus() < 300) {
            byte[] body = kept.getContentAsByteArray();
            remember(key, kept.getStatus(), isPersonal(request) ? seal.seal(body, context(key)) : body);
        }
        kept.copyBodyToResponse();
    }

    private static boolean isPersonal(HttpServletRequest request) {
        return request.getRequestURI().startsWith(LOOK_UPS)
                || request.getRequestURI().startsWith(OTHER_LOOK_UPS);
    }

    private static byte[] context(AnswerKey key) {
        return ("idempotency:" + key.client() + ":" + key.key()).getBytes(StandardCharsets.UTF_8);
    }

    private void remember(AnswerKey key, int status, byte[] body) {
        try {
            intake.remember(key, status, body);
        } catch (DuplicateKeyException other) {
            logger.debug("Another node answered the same key first", other);
        }
    }
}
