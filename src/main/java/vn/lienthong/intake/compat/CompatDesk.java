package vn.lienthong.intake.compat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.access.RateLimits;
import vn.lienthong.access.Rights;
import vn.lienthong.catalogue.Agencies;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.ProblemException;

/** Does what a known caller asks for, in whichever form it was asked. */
@Component
class CompatDesk {
    private final Rights rights;
    private final Agencies agencies;
    private final GatewayClock clock;
    private final PushDesk pushes;
    private final RefusedItems refusedItems;
    private final DossierLookUp dossiers;
    private final CatalogueAnswers catalogue;
    private final CompatProperties settings;
    private final RateLimits limits;

    CompatDesk(
            Rights rights,
            Agencies agencies,
            GatewayClock clock,
            PushDesk pushes,
            RefusedItems refusedItems,
            DossierLookUp dossiers,
            CatalogueAnswers catalogue,
            CompatProperties settings,
            RateLimits limits) {
        this.rights = rights;
        this.agencies = agencies;
        this.clock = clock;
        this.pushes = pushes;
        this.refusedItems = refusedItems;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.settings = settings;
        this.limits = limits;
    }

    /** The answer; a refusal of a whole push is noted for the caller's agency before it is told. */
    CompatReply serve(CompatService service, Caller caller, Envelope envelope, byte[] body) {
        try {
            rights.requireScope(caller, service.scope());
            String agency = agency(caller, envelope.required("madonvi"));
            return switch (service) {
                case DOSSIERS, STEPS -> push(service, caller, agency, envelope, body);
                case LOOK_UP -> CompatReply.done(dossiers.find(caller, envelope.required("mahoso")));
                case PROCEDURE -> CompatReply.done(catalogue.procedure(envelope.required("maTTHC")));
                case PROCEDURES -> CompatReply.done(catalogue.procedures());
                case SECTORS -> CompatReply.done(catalogue.sectors());
                case AGENCIES -> CompatReply.done(catalogue.agencies());
            };
        } catch (ProblemException refused) {
            if (service.pushes()) {
                refusedItems.note(caller, refused.problem());
            }
            throw refused;
        }
    }

    private CompatReply push(CompatService service, Caller caller, String agency, Envelope envelope, byte[] body) {
        boolean declaredNew = service == CompatService.DOSSIERS
                && envelope.value("isUpdating").map(CompatDesk::truth).equals(Optional.of(false));
        List<Envelope.Slice> items = envelope.items(settings.items());
        limits.admit(caller, items.size() - 1L); // the call itself was counted at the door
        return pushes.take(new Push(service, caller, agency, declaredNew, Ids.next()), body, items);
    }

    /** The agency that is told to send, under the code it bears now, if it is the caller's own or below it. */
    private String agency(Caller caller, String stated) {
        String own = caller.agency();
        if (own == null || !agencies.isSelfOrBelow(own, stated)) {
            throw new ProblemException(CompatProblems.agencyNotYours());
        }
        return agencies.resolve(stated, clock.today())
                .map(found -> agencies.sameUnder(stated))
                .orElseThrow(() -> new ProblemException(CompatProblems.agencyUnknown()));
    }

    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new ProblemException(CompatProblems.notTrueOrFalse());
        };
    }
}
