package vn.lienthong.citizen.register;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.citizen.register.SoapLine.Spoken;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partners;

/**
 * The national population register. A bounded number of questions is under way at one time; who finds no place soon is
 * told so, so that every question that leaves has the register's full time and nobody waits beyond the deadline.
 */
@Component
public class PopulationRegister {
    /** Its partner entry. */
    public static final String PARTNER = "population";

    private static final Logger LOG = LoggerFactory.getLogger(PopulationRegister.class);

    private final Partners partners;
    private final RegisterLine line;
    private final SoapLine soap;
    private final ReplyReader replies;
    private final GatewayClock clock;
    private final Semaphore places;

    PopulationRegister(Partners partners, RegisterLine line, SoapLine soap, ReplyReader replies, GatewayClock clock) {
        this.partners = partners;
        this.line = line;
        this.soap = soap;
        this.replies = replies;
        this.clock = clock;
        this.places =
                new Semaphore(partners.find(PARTNER).map(Partner::concurrency).orElse(1), true);
    }

    /** Asks once and answers before {@code left} is over. */
    public RegisterAnswer ask(Question question, Duration left) {
        Optional<Partner> partner = partners.find(PARTNER);
        if (partner.isEmpty()) {
            return RegisterAnswer.untold(Trouble.REGISTER_OFF, "no partner entry");
        }
        if (partner.get().inMaintenance(clock.now())) {
            return RegisterAnswer.untold(Trouble.REGISTER_MAINTENANCE, "maintenance window");
        }
        if (left.compareTo(RegisterCarriage.LEAST) < 0) {
            return RegisterAnswer.untold(Trouble.REGISTER_BUSY, "no time left");
        }
        Duration call = shorter(partner.get().readTimeout(), left);
        if (!place(left.minus(call))) {
            return RegisterAnswer.untold(Trouble.REGISTER_BUSY, "no place");
        }
        try {
            return guarded(question, call);
        } finally {
            places.release();
        }
    }

    private RegisterAnswer guarded(Question question, Duration longest) {
        CircuitBreaker breaker = partners.breaker(PARTNER);
        if (!breaker.tryAcquirePermission()) {
            return RegisterAnswer.untold(Trouble.REGISTER_PAUSED, "breaker open");
        }
        long started = clock.monotonicNanos();
        RegisterAnswer answer;
        try {
            answer = told(question, longest);
        } catch (RuntimeException | Error ours) {
            breaker.releasePermission(); // a half-open breaker has but one
            throw ours;
        }
        long took = clock.monotonicNanos() - started;
        if (answer instanceof RegisterAnswer.Untold untold && untold.trouble().wayFails()) {
            breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(untold.detail()));
        } else {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        }
        return answer;
    }

    private RegisterAnswer told(Question question, Duration longest) {
        RegisterLine.Way way = line.to(PARTNER);
        RegisterCarriage carriage = new RegisterCarriage(way, question, longest);
        RegisterAnswer answer = switch (soap.speak(RequestWriter.payload(question, way.door()), carriage)) {
            case Spoken.Content content -> replies.read(content.node(), question);
            case Spoken.Fault fault -> RegisterAnswer.untold(Trouble.REGISTER_REFUSED, fault.words());
            case Spoken.Nothing nothing -> RegisterAnswer.untold(nothing.trouble(), nothing.detail());
        };
        if (answer instanceof RegisterAnswer.Untold untold) {
            LOG.warn(
                    "Tra cứu {}: {} ({}) / look-up {}: {}",
                    question.id(),
                    untold.trouble().text().vi(),
                    untold.detail(),
                    question.id(),
                    untold.trouble().code());
        }
        return answer.with(carriage.messages());
    }

    private boolean place(Duration longest) {
        try {
            return places.tryAcquire(Math.max(0, longest.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
