package vn.lienthong.access.internal.factor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.access.Audit;
import vn.lienthong.access.Caller;
import vn.lienthong.access.internal.limit.GrowingPause;
import vn.lienthong.kernel.DataSeal;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;

/**
 * Judges the codes of second factors, and puts factors into force. Codes of one person are judged one after the other on all
 * nodes together, and each is taken once.
 */
@Component
public class Factors {
    private static final Logger LOG = LoggerFactory.getLogger(Factors.class);
    /** How far a clock may be off, either way. */
    private static final int WINDOW = 1;
    /** How far back a code is recognised, though it is not taken: to say that it is late costs no secret. */
    private static final int RECOGNISED = 20;

    private final FactorRepository rows;
    private final RecoveryCodes recovery;
    private final DataSeal seal;
    private final Audit audit;
    private final GatewayClock clock;
    private final TransactionTemplate transaction;

    Factors(FactorRepository rows, DataSeal seal, Audit audit, GatewayClock clock, TransactionTemplate transaction) {
        this.rows = rows;
        this.recovery = new RecoveryCodes(seal);
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A factor that came into force.
     *
     * @param recoveryCodes as people write them down; they are shown once
     */
    public record Enrolled(UUID id, List<String> recoveryCodes) {}

    /**
     * What can be told of a factor.
     *
     * @param openFrom no code of the app is looked at before
     */
    public record Standing(UUID id, Instant since, int recoveryLeft, Instant openFrom) {}

    /** Names the factor in force; empty where there is none. */
    public Optional<UUID> id(String operator) {
        return rows.id(operator);
    }

    /** The factor in force; empty where there is none. */
    public Optional<Standing> standing(String operator) {
        return rows.find(operator).map(Factors::standing);
    }

    /** All factors in force, by operator. */
    public Map<String, Standing> standings() {
        return rows.all().stream().collect(Collectors.toUnmodifiableMap(Factor::operator, Factors::standing));
    }

    /** Judges a code of the app or a recovery code, blanks and dashes aside; what opens is used up by that. */
    public Judged judge(String operator, String typed) {
        String code = digits(typed);
        return Objects.requireNonNull(transaction.execute(
                status -> rows.lock(operator).map(factor -> judge(factor, code)).orElseGet(Judged.None::new)));
    }

    /**
     * How far a new secret's app is from our clock.
     *
     * @param step the half minute of the code, to be used up when the factor comes into force; none if the clocks differ too much
     * @param ahead by how much the app's clock is ahead; negative if it is behind
     */
    public record Tuned(OptionalLong step, Duration ahead) {}

    /** Judges the first code of a secret that is not in force yet; empty when it is none of its codes around now. */
    public Optional<Tuned> tune(byte[] secret, String typed) {
        String code = digits(typed);
        long present = Totp.step(clock.now());
        OptionalLong near = Totp.matching(secret, code, present - WINDOW, present + WINDOW);
        OptionalLong found =
                near.isPresent() ? near : Totp.matching(secret, code, present - RECOGNISED, present + RECOGNISED);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Tuned(near, Totp.STEP.multipliedBy(found.getAsLong() - present)));
    }

    /**
     * Puts a secret into force in place of the factor named, with new recovery codes. Empty when somebody was faster: then
     * nothing is changed.
     */
    public Optional<Enrolled> enrol(String operator, byte[] secret, long step, @Nullable UUID replaced) {
        UUID id = Ids.next();
        List<String> codes = recovery.make();
        byte[] sealed = seal.seal(secret, context(operator, id));
        List<byte[]> hashes =
                codes.stream().map(code -> recovery.hash(id, code)).toList();
        return Objects.requireNonNull(transaction.execute(status -> {
            boolean done = (replaced == null || rows.remove(replaced))
                    && rows.add(id, operator, sealed, clock.now(), step, hashes);
            if (!done) {
                status.setRollbackOnly();
                return Optional.<Enrolled>empty();
            }
            String act = replaced == null ? "second-factor.enrol" : "second-factor.change";
            audit.record(who(operator), act, who(operator), null, Audit.Outcome.DONE);
            return Optional.of(
                    new Enrolled(id, codes.stream().map(RecoveryCodes::shown).toList()));
        }));
    }

    /** Takes a person's factor away, by somebody else's hand; false when there is none. */
    public boolean reset(String operator, Caller by, String reason) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean done = rows.id(operator).filter(rows::remove).isPresent();
            if (done) {
                audit.record(by, "second-factor.reset", who(operator), reason, Audit.Outcome.DONE);
            }
            return done;
        }));
    }

    private static Standing standing(Factor factor) {
        return new Standing(factor.id(), factor.since(), factor.recoveryLeft(), factor.openFrom());
    }

    /**
     * Recovery codes are judged during the wait too: they are too long to be guessed, and whoever has only the password could
     * otherwise keep the owner out for good.
     */
    private Judged judge(Factor factor, String code) {
        Instant now = clock.now();
        boolean locked = factor.openFrom().isAfter(now);
        boolean recoveryCode = code.length() == RecoveryCodes.DIGITS;
        if (locked && !recoveryCode) {
            return new Judged.Locked(factor.openFrom());
        }
        Judged judged = recoveryCode ? byRecovery(factor, code, now) : byApp(factor, code, now);
        if (judged instanceof Judged.Right) {
            return judged;
        }
        if (locked) {
            return new Judged.Locked(factor.openFrom());
        }
        noteWrong(factor, now);
        return judged;
    }

    private Judged byRecovery(Factor factor, String code, Instant now) {
        return rows.takeRecovery(factor.id(), recovery.hash(factor.id(), code), now)
                ? new Judged.Right(Judged.How.RECOVERY_CODE)
                : new Judged.Wrong();
    }

    private Judged byApp(Factor factor, String code, Instant now) {
        byte[] secret = seal.open(factor.sealed(), context(factor.operator(), factor.id()));
        long present = Totp.step(now);
        OptionalLong step = Totp.matching(secret, code, present - WINDOW, present + WINDOW);
        if (step.isPresent()) {
            return rows.take(factor.id(), step.getAsLong(), now)
                    ? new Judged.Right(Judged.How.TOTP)
                    : new Judged.Used();
        }
        OptionalLong past = Totp.matching(secret, code, present - RECOGNISED, present - WINDOW - 1);
        return past.isPresent()
                ? new Judged.Late(
                        Totp.STEP.multipliedBy(present - past.getAsLong()).toMinutes())
                : new Judged.Wrong();
    }

    /** On record from the first wait on: the password was right, so this is either the person or somebody who has it. */
    private void noteWrong(Factor factor, Instant now) {
        int wrong = factor.wrong() + 1;
        Duration pause = GrowingPause.after(wrong);
        rows.wrong(factor.id(), wrong, now.plus(pause));
        if (pause.isPositive()) {
            String who = who(factor.operator());
            LOG.warn("{}: {} mã bước hai sai liên tiếp / wrong second-step codes in a row", who, wrong);
            audit.record(who, "second-factor.wrong", who, Integer.toString(wrong), Audit.Outcome.REFUSED);
        }
    }

    private static String digits(String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        return digits.matches("[0-9]{1,16}") ? digits : "";
    }

    private static String who(String operator) {
        return "operator:" + operator;
    }

    private static byte[] context(String operator, UUID id) {
        return ("second-factor:" + operator + ":" + id).getBytes(StandardCharsets.UTF_8);
    }
}
