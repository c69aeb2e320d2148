package vn.lienthong.intake.compat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.access.RequestLanguage;
import vn.lienthong.kernel.ProblemException;

/**
 * Writes answers in both forms and counts them. HTTP says 200 whatever the answer is, as in the national protocol, except
 * where every HTTP library must understand: 401 for a token that does not count, 429 for a caller that is too fast, 503 when
 * nothing could be stored now, both with the time after which the same call may come again, 500 when we failed.
 */
@Component
class CompatAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(CompatAnswers.class);
    /** Named, because older clients read JSON without it as Latin-1. */
    private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);

    private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    private final ObjectMapper json;
    private final MeterRegistry registry;

    CompatAnswers(ObjectMapper json, MeterRegistry registry) {
        this.json = json;
        this.registry = registry;
    }

    /** What {@code call} answers, or the refusal it ends with. */
    static CompatReply reply(Supplier<CompatReply> call) {
        try {
            return call.get();
        } catch (ProblemException refused) {
            Duration wait = refused.retryAfter();
            return refused.problem().status() == 429 && wait != null
                    ? CompatReply.later(refused.problem(), wait)
                    : CompatReply.of(refused.problem());
        } catch (DataAccessResourceFailureException
                | TransientDataAccessException
                | RecoverableDataAccessException
                | TransactionException away) {
            LOG.error("Không dùng được cơ sở dữ liệu / the database cannot be used", away);
            return CompatReply.of(CompatProblems.databaseAway());
        } catch (RuntimeException defect) {
            LOG.error("Lỗi khi phục vụ / a call failed", defect);
            return CompatReply.of(CompatProblems.internal());
        }
    }

    /** The answer of the direct form. */
    ResponseEntity<byte[]> direct(String service, CompatReply reply, HttpServletRequest request) {
        count(service, reply.code());
        return response(reply, 200, reply.body(RequestLanguage.of(request)));
    }

    /** The answer of the proxy form: the whole reply stands once more as text inside {@code message}. */
    ResponseEntity<byte[]> proxied(String service, CompatReply reply, HttpServletRequest request) {
        count(service, reply.code());
        ObjectNode outer = JsonNodeFactory.instance.objectNode();
        outer.put("error_code", reply.code().code());
        outer.put("message", reply.body(RequestLanguage.of(request)).toString());
        return response(reply, reply.code() == CompatCode.SESSION ? 401 : 200, outer);
    }

    ResponseEntity<byte[]> response(CompatReply reply, int usual, ObjectNode body) {
        Duration wait = reply.retryAfter();
        int status = switch (reply.code()) {
            case LATER -> wait == null ? 503 : 429;
            case INTERNAL -> 500;
            default -> usual;
        };
        try {
            ResponseEntity.BodyBuilder response = ResponseEntity.status(status).contentType(JSON);
            if (reply.code() == CompatCode.LATER) {
                Duration told = wait == null ? USUAL_WAIT : wait;
                response.header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(told.plusMillis(999).toSeconds()));
            }
            if (status == 401) {
                response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            }
            return response.body(json.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An answer does not write as JSON", impossible);
        }
    }

    void count(String service, CompatCode code) {
        Counter.builder("lienthong.intake.compat.calls")
                .description("Calls of the face for the national protocol, by service and by what was answered")
                .tag("service", service)
                .tag("answer", code.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(registry)
                .increment();
    }
}
