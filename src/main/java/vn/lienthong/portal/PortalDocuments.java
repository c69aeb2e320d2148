package vn.lienthong.portal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.document.LinkTarget;
import vn.lienthong.document.Links;
import vn.lienthong.document.Results;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.ResultPaper;
import vn.lienthong.dossier.DossierEvent;
import vn.lienthong.dossier.DossierEvent.ResultTold;
import vn.lienthong.dossier.DossierEvents;
import vn.lienthong.national.AttachmentLinks;
import vn.lienthong.partner.Partners;

/**
 * What events say in full: a state with the results attached before it, a result with the state it was attached to; and the
 * links under which the partner may fetch the documents in it. All events of a call in a few reads.
 */
@Component
class PortalDocuments {
    private final DossierEvents events;
    private final Links links;
    private final Partners partners;
    private final Deliveries deliveries;

    PortalDocuments(DossierEvents events, Links links, Partners partners, Deliveries deliveries) {
        this.events = events;
        this.links = links;
        this.partners = partners;
        this.deliveries = deliveries;
    }

    /** The full state that each of these events tells this partner, with links if wanted; steps are left out. */
    Map<UUID, Told> full(String partner, Collection<DossierEvent> told, boolean linked) {
        List<DossierEvent> states = told.stream()
                .filter(event -> !(event instanceof DossierEvent.StepTold))
                .toList();
        if (states.isEmpty()) {
            return Map.of();
        }
        Map<String, List<ResultTold>> results = events.results(
                states.stream().map(DossierEvent::dossierNumber).distinct().toList());
        Set<UUID> calledOff = calledOff(partner, results.keySet());
        Map<UUID, DossierContent> before = events.statesBefore(
                states.stream()
                        .filter(ResultTold.class::isInstance)
                        .map(ResultTold.class::cast)
                        .toList(),
                calledOff);
        List<Whole> wholes = new ArrayList<>();
        for (DossierEvent event : states) {
            DossierContent state = event instanceof DossierEvent.StateTold own ? own.content() : before.get(event.id());
            if (state != null) {
                List<ResultTold> attached = results.getOrDefault(event.dossierNumber(), List.of()).stream()
                        .filter(result -> !calledOff.contains(result.id()))
                        .toList();
                wholes.add(new Whole(event, state, upTo(partner, event, attached)));
            }
        }
        List<LinkTarget> targets =
                linked ? wholes.stream().flatMap(Whole::targets).toList() : List.of();
        Map<LinkTarget, String> given = targets.isEmpty()
                ? Map.of()
                : links.give(partner, partners.get(partner).linkLife(), targets);
        Map<UUID, Told> full = new HashMap<>();
        wholes.forEach(whole -> full.put(whole.event().id(), told(whole, given)));
        return full;
    }

    /** What a person called off goes with no other message either, be it a result or the state that a result came after. */
    private Set<UUID> calledOff(String partner, Set<String> dossiers) {
        return dossiers.isEmpty() ? Set.of() : deliveries.calledOff(partner, dossiers);
    }

    private static List<ResultTold> upTo(String partner, DossierEvent event, List<ResultTold> results) {
        String word = Results.word(partner);
        return results.stream()
                .filter(result -> result.version() <= event.version()
                        && result.result().forwardTo().contains(word))
                .toList();
    }

    private static Told told(Whole whole, Map<LinkTarget, String> given) {
        DossierEvent event = whole.event();
        DossierContent state = whole.state();
        String number = event.dossierNumber();
        String agency = state.intakeAgency();
        List<ResultPaper> papers = new ArrayList<>(state.results());
        whole.attached()
                .forEach(result -> papers.add(new ResultPaper(
                        result.id().toString(),
                        result.result().title(),
                        result.result().componentCode(),
                        result.result().resultCode(),
                        null,
                        given.get(LinkTarget.result(event.id(), result.id(), number, agency)),
                        Map.of())));
        return new Told(
                whole.attached().isEmpty() ? state : state.withResults(papers),
                attachment -> stored(event.id(), attachment, number, agency).map(given::get));
    }

    /** An event with the state it tells and the results attached up to it. */
    private record Whole(DossierEvent event, DossierContent state, List<ResultTold> attached) {
        /** What the partner is to be able to fetch. */
        Stream<LinkTarget> targets() {
            String number = event.dossierNumber();
            String agency = state.intakeAgency();
            Stream<LinkTarget> files = Stream.concat(
                            state.documents().stream().map(DossierContent.Document::attachment),
                            state.results().stream().map(ResultPaper::attachment))
                    .flatMap(attachment -> stored(event.id(), attachment, number, agency).stream());
            Stream<LinkTarget> results =
                    attached.stream().map(result -> LinkTarget.result(event.id(), result.id(), number, agency));
            return Stream.concat(files, results);
        }
    }

    private static Optional<LinkTarget> stored(UUID event, @Nullable String attachment, String number, String agency) {
        return attachment == null ? Optional.empty() : LinkTarget.attachment(event, attachment, number, agency);
    }

    /** A full state and where its documents may be fetched. */
    record Told(DossierContent content, AttachmentLinks links) {}
}
