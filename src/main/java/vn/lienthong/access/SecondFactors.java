package vn.lienthong.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.access.internal.client.Accounts;
import vn.lienthong.access.internal.factor.Factors;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Who of the operators signs in with a second factor, and taking one away from somebody whose phone is gone. */
@Component
public class SecondFactors {
    private final Accounts accounts;
    private final Factors factors;
    private final Rights rights;
    private final SignInProperties settings;

    SecondFactors(Accounts accounts, Factors factors, Rights rights, SignInProperties settings) {
        this.accounts = accounts;
        this.factors = factors;
        this.rights = rights;
        this.settings = settings;
    }

    /**
     * An operator and how that person signs in.
     *
     * @param password whether a password of ours is known; without one the province's provider lets this person in
     * @param required whether the role must have a second factor
     * @param since when the second factor came into force; null where there is none
     * @param recoveryLeft how many recovery codes are unused
     * @param openFrom after too many wrong codes none is looked at before; null where there is no second factor
     */
    public record Holder(
            Caller operator,
            boolean password,
            boolean required,
            @Nullable Instant since,
            int recoveryLeft,
            @Nullable Instant openFrom) {}

    /** All operators. */
    public List<Holder> holders() {
        Map<String, Factors.Standing> standings = factors.standings();
        return accounts.operators().stream()
                .map(operator -> holder(operator, standings.get(operator.clientId())))
                .toList();
    }

    /**
     * Takes the second factor of this operator away, which ends that person's sign-ins. Nobody does this to oneself: whoever
     * sits down at an open desk could.
     */
    public void reset(String operator, Caller by, String reason) {
        rights.requireAct(by, Act.RESET_SECOND_FACTOR);
        if (by.kind() == Caller.Kind.OPERATOR && by.clientId().equals(operator)) {
            throw new ProblemException(Problem.of(
                    409,
                    "SECOND-FACTOR-OWN",
                    "Không tự đặt lại cho chính mình: dùng mã dự phòng, hoặc nhờ quản trị khác.",
                    "Nobody resets their own: use a recovery code, or ask another administrator."));
        }
        if (!factors.reset(operator, by, reason)) {
            throw new ProblemException(Problem.of(
                    404,
                    "SECOND-FACTOR-NONE",
                    "Người này không có đăng nhập hai bước.",
                    "This person has no second factor."));
        }
    }

    private Holder holder(Caller operator, Factors.@Nullable Standing standing) {
        OperatorRole role = operator.role();
        boolean password = accounts.operatorSecret(operator.clientId()).isPresent();
        return new Holder(
                operator,
                password,
                password && role != null && settings.secondFactorFor().contains(role),
                standing == null ? null : standing.since(),
                standing == null ? 0 : standing.recoveryLeft(),
                standing == null ? null : standing.openFrom());
    }
}
