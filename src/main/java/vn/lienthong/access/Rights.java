package vn.lienthong.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.catalogue.Succession;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** Decides what a caller may do and see. Every controller asks here; nothing is allowed that was not asked for. */
@Component
public final class Rights {
    private final Agencies agencies;

    /** Judges with this tree of agencies. */
    public Rights(Agencies agencies) {
        this.agencies = agencies;
    }

    /** Refuses with 403 {@code ACCESS-SCOPE} a caller without this scope. */
    public void requireScope(Caller caller, String scope) {
        if (!caller.has(scope)) {
            throw new ProblemException(Problem.of(
                    403,
                    "ACCESS-SCOPE",
                    "Tài khoản không có quyền \"" + scope + "\".",
                    "This caller was not given the scope \"" + scope + "\"."));
        }
    }

    /** Refuses with 403 {@code ACCESS-ROLE} (or {@code ACCESS-SCOPE}) a caller who may not do this by hand. */
    public void requireAct(Caller caller, Act act) {
        requireScope(caller, Scopes.OPERATOR_ACT);
        Optional<Bilingual> closed = closedBecause(caller, act);
        if (closed.isPresent()) {
            Bilingual text = closed.get();
            throw new ProblemException(Problem.of(403, "ACCESS-ROLE", text.vi(), text.en()));
        }
    }

    /** Why this act is closed to the caller, in words for the screen; empty if it is open. */
    public Optional<Bilingual> closedBecause(Caller caller, Act act) {
        OperatorRole role = caller.role();
        if (caller.has(Scopes.OPERATOR_ACT) && role != null && role.covers(act.lowest())) {
            return Optional.empty();
        }
        Bilingual needed = act.lowest().title();
        return Optional.of(new Bilingual(
                act.title().vi() + ": cần vai trò " + needed.vi() + " trở lên.",
                act.title().en() + ": needs the role " + needed.en() + " or above."));
    }

    /**
     * True if the caller may know of something that concerns these agencies (a dossier's intake, competent and
     * collection agency; null where there is none): one of them is its own agency or below it, or the caller reads for the operators. Answer 404
     * otherwise, exactly as for what does not exist.
     */
    public boolean maySee(Caller caller, Collection<? extends @Nullable String> concerned) {
        if (caller.has(Scopes.OPERATOR_READ)) {
            return true;
        }
        String own = caller.agency();
        return own != null && concerned.stream().anyMatch(code -> code != null && agencies.isSelfOrBelow(own, code));
    }

    /** The agencies whose systems may know of what concerns this one: first the code that bears it now, then all above. */
    public List<String> whoMaySee(String agency) {
        return agencies.selfAndAbove(agency);
    }

    /** The code that this very agency bears now: the same unless it was renamed. */
    public String sameUnder(String agency) {
        return agencies.sameUnder(agency);
    }

    /** Agencies that ended by now, each with the only one that took over from it. */
    public Map<String, String> takenOver() {
        return agencies.takenOver();
    }

    /** Why a system may write no more: its agency ended, and so did the time it was given; empty while it may. */
    public Optional<Problem> closedToWriting(Caller caller) {
        String own = caller.agency();
        return own == null ? Optional.empty() : agencies.closedToWriting(own).map(Rights::closedToWriting);
    }

    private static Problem closedToWriting(Succession ended) {
        return Problem.of(
                403,
                "ACCESS-AGENCY-ENDED",
                "Cơ quan " + ended.from() + " đã kết thúc từ " + ended.holdsFrom() + " (" + ended.legalBasis()
                        + ") và hết hạn gửi tin ngày " + ended.writeUntil() + ". Cơ quan tiếp nhận: "
                        + ended.candidates()
                        + "; hãy dùng tài khoản của cơ quan đó.",
                "The agency " + ended.from() + " ended on " + ended.holdsFrom() + " (" + ended.legalBasis()
                        + ") and its systems could write until " + ended.writeUntil() + ". Taken over by "
                        + ended.candidates() + "; use that agency's account.");
    }
}
