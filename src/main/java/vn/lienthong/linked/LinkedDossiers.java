package vn.lienthong.linked;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.catalogue.Procedures;
import vn.lienthong.catalogue.calendar.WorkingCalendar;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierEvent.FactsTold;
import vn.lienthong.dossier.DossierEvents;
import vn.lienthong.dossier.DossierRecord;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.GatewayClock;

/** The legs of linked dossiers, as they stand now. */
@Component
class LinkedDossiers {
    private final LinkedProcedures procedures;
    private final DossierRegister dossiers;
    private final LinkedFactRepository facts;
    private final DossierEvents events;
    private final LegClocks clocks;
    private final GatewayClock clock;

    LinkedDossiers(
            LinkedProcedures procedures,
            DossierRegister dossiers,
            LinkedFactRepository facts,
            DossierEvents events,
            WorkingCalendar calendar,
            GatewayClock clock) {
        this.procedures = procedures;
        this.dossiers = dossiers;
        this.facts = facts;
        this.events = events;
        this.clocks = new LegClocks(calendar);
        this.clock = clock;
    }

    /** The legs of this dossier; empty for one of a procedure that is not linked. */
    Optional<List<LegView>> legs(DossierRecord parent) {
        return Optional.ofNullable(parent.procedureCode())
                .flatMap(procedures::find)
                .map(procedure -> {
                    List<LegDossier> told = children(parent.number());
                    return clocks.of(procedure, parent.acceptedAt(), told, given(procedure, parent, told), clock.now());
                });
    }

    /** When each fact that could end a leg was first told by an own leg; looked for only where one of them could. */
    private Map<String, Instant> given(LinkedProcedure procedure, DossierRecord parent, List<LegDossier> told) {
        Set<String> with = told.stream().map(LegDossier::procedure).collect(Collectors.toSet());
        Map<String, Instant> given = new HashMap<>();
        if (procedure.legs().stream().noneMatch(leg -> leg.endedBy() != null && !with.contains(leg.procedure()))) {
            return given;
        }
        Set<String> own = own(parent).stream().map(DossierRecord::number).collect(Collectors.toSet());
        List<LinkedFact> byFact = facts.of(parent.number()).stream()
                .filter(fact -> own.contains(fact.dossierNumber()))
                .toList();
        Map<UUID, DossierEvent> loaded = byFact.isEmpty()
                ? Map.of()
                : events.load(byFact.stream().map(LinkedFact::event).toList());
        byFact.forEach(fact -> {
            if (loaded.get(fact.event()) instanceof FactsTold of) {
                of.known()
                        .facts()
                        .keySet()
                        .forEach(name ->
                                given.merge(name, fact.toldAt(), (one, other) -> one.isBefore(other) ? one : other));
            }
        });
        return given;
    }

    /** Linked dossiers that are not finished, by number from the one after {@code after} on. */
    List<DossierRecord> open(String after, int most) {
        return dossiers.unfinished(procedures.codes(), after, most);
    }

    /** This dossier, if it is a linked one that is not finished. */
    Optional<DossierRecord> open(String number) {
        return dossiers.find(number).filter(record -> graph(record).isPresent() && !ended(record));
    }

    /** Those of these that are linked dossiers or legs of one, by number, finished or not. */
    Map<String, DossierRecord> among(Collection<String> numbers) {
        Map<String, DossierRecord> found = new HashMap<>(dossiers.find(numbers));
        Map<String, DossierRecord> parents = dossiers.find(found.values().stream()
                .map(DossierRecord::parent)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        found.values()
                .removeIf(record -> graph(record).isEmpty()
                        && Optional.ofNullable(parents.get(record.parent()))
                                .flatMap(this::graph)
                                .isEmpty());
        return found;
    }

    /** The dossiers of the legs after the one that this dossier carries out, but for those that were stopped. */
    Map<DossierRecord, Leg> following(DossierRecord parent, String giver) {
        List<DossierRecord> children = own(parent);
        Map<DossierRecord, Leg> following = new LinkedHashMap<>();
        graph(parent)
                .ifPresent(graph -> children.stream()
                        .filter(child -> child.number().equals(giver) && !stopped(child))
                        .flatMap(child -> graph.following(procedure(child)).stream())
                        .forEach(leg -> children.stream()
                                .filter(child -> procedure(child).equals(leg.procedure()) && !stopped(child))
                                .forEach(child -> following.put(child, leg))));
        return following;
    }

    /** The dossiers of the legs that stand before the one that this dossier carries out. */
    List<String> before(DossierRecord leg) {
        String number = leg.parent();
        Optional<DossierRecord> parent = number == null ? Optional.empty() : dossiers.find(number);
        if (parent.isEmpty() || !isOwn(parent.get(), leg)) {
            return List.of();
        }
        List<String> procedures = graph(parent.get()).stream()
                .flatMap(graph -> graph.before(procedure(leg)).stream())
                .map(Leg::procedure)
                .toList();
        return own(parent.get()).stream()
                .filter(child -> procedures.contains(procedure(child)) && !stopped(child))
                .map(DossierRecord::number)
                .toList();
    }

    private List<DossierRecord> own(DossierRecord parent) {
        return dossiers.children(parent.number()).stream()
                .filter(child -> isOwn(parent, child))
                .toList();
    }

    /**
     * Whether an agency of the parent took the leg in. Anybody may name any dossier as a parent: nobody is to learn personal
     * data by it, nor to put any into another's legs.
     */
    private static boolean isOwn(DossierRecord parent, DossierRecord leg) {
        return parent.tookIn(leg);
    }

    private Optional<LinkedProcedure> graph(DossierRecord parent) {
        return Optional.ofNullable(parent.procedureCode()).flatMap(procedures::find);
    }

    private static String procedure(DossierRecord dossier) {
        String code = dossier.procedureCode();
        return code == null ? "" : Procedures.bare(code);
    }

    private static boolean ended(DossierRecord dossier) {
        return stopped(dossier) || dossier.status() == DossierStatus.RETURNED;
    }

    private static boolean stopped(DossierRecord dossier) {
        DossierStatus status = dossier.status();
        return status == null
                || status == DossierStatus.NOT_ACCEPTED
                || status == DossierStatus.STOPPED
                || status == DossierStatus.WITHDRAWN;
    }

    private List<LegDossier> children(String number) {
        return dossiers.children(number).stream()
                .flatMap(record -> dossiers.content(record).map(content -> LegDossier.of(record, content)).stream())
                .toList();
    }
}
