package vn.lienthong.intake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.ResultPaper;
import vn.lienthong.dossier.DossierEvent.ResultTold;
import vn.lienthong.dossier.DossierEvents;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** A dossier's stored state for whoever may see it; a foreign dossier is as if it were not there. */
@Component
public class DossierStates {
    private final DossierRegister register;
    private final DossierEvents events;
    private final Rights rights;

    DossierStates(DossierRegister register, DossierEvents events, Rights rights) {
        this.register = register;
        this.events = events;
        this.rights = rights;
    }

    /** The state; refuses with 404 what does not exist or is not this caller's. */
    public State state(String number, Caller caller) {
        DossierRecord record = visible(number, caller);
        DossierContent content =
                register.content(record).map(told -> withAttached(number, told)).orElse(null);
        return new State(
                number,
                record.version(),
                record.revision(),
                record.updatedAt().atZone(GatewayClock.ZONE).toOffsetDateTime(),
                record.stateEvent(),
                content);
    }

    /** Refuses with 404 what does not exist or is not this caller's. */
    public void requireVisible(String number, Caller caller) {
        visible(number, caller);
    }

    /** The agency's own results first, then those attached here, which only have a digest. */
    private DossierContent withAttached(String number, DossierContent told) {
        List<ResultTold> attached = events.results(List.of(number)).getOrDefault(number, List.of());
        if (attached.isEmpty()) {
            return told;
        }
        List<ResultPaper> all = new ArrayList<>(told.results());
        attached.forEach(result -> all.add(new ResultPaper(
                result.id().toString(),
                result.result().title(),
                result.result().componentCode(),
                result.result().resultCode(),
                "sha256:" + result.result().sha256(),
                null,
                Map.of())));
        return told.withResults(all);
    }

    private DossierRecord visible(String number, Caller caller) {
        if (!caller.has(Scopes.OPERATOR_READ)) {
            rights.requireScope(caller, Scopes.DOSSIER_READ);
        }
        return register.find(number)
                .filter(record -> rights.maySee(caller, record.agencies()))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "DOSSIER-NOT-FOUND", "Không có hồ sơ này.", "There is no such dossier.")));
    }

    /** A dossier as it is shown; without content while only steps were told of it. */
    public record State(
            String dossierNumber,
            int version,
            @Nullable Long revision,
            OffsetDateTime updatedAt,
            @Nullable UUID eventId,
            @JsonUnwrapped @Nullable DossierContent content) {}
}
