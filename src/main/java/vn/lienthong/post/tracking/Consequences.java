package vn.lienthong.post.tracking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.dossier.DossierCommand.NoteReturned;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierRegister;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.kernel.Ids;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/** What news about parcels means: a result handed over returns its dossier; what went wrong is told to the agency. */
@Component
class Consequences {
    private final DossierRegister dossiers;
    private final Evidence evidence;
    private final WorkItems workItems;
    private final TrackingProperties settings;

    Consequences(DossierRegister dossiers, Evidence evidence, WorkItems workItems, TrackingProperties settings) {
        this.dossiers = dossiers;
        this.evidence = evidence;
        this.workItems = workItems;
        this.settings = settings;
    }

    /** Draws them in the caller's transaction, which holds the parcels, and keeps the message. */
    void draw(Received received, Map<String, Parcel> before, List<Parcel> moved, List<ParcelEvent> counted) {
        Map<String, ParcelEvent> handedOver = counted.stream()
                .filter(event -> event.state() == ParcelState.DELIVERED)
                .collect(Collectors.toMap(ParcelEvent::parcelNumber, event -> event, Consequences::earlier));
        Map<NoteReturned, Parcel> returns = new LinkedHashMap<>();
        Map<NoteReturned, ParcelEvent> because = new LinkedHashMap<>();
        List<NewWorkItem> found = new ArrayList<>();
        for (Parcel parcel : moved) {
            Parcel was = before.getOrDefault(parcel.number(), parcel);
            ParcelEvent event = handedOver.get(parcel.number());
            if (event != null && !was.delivered() && returnsDossier(parcel)) {
                DossierNumber.parse(parcel.dossierNumber()).ifPresent(number -> {
                    NoteReturned told = new NoteReturned(
                            Ids.next(),
                            number,
                            received.caller(),
                            event.occurredAt().atZone(GatewayClock.ZONE).toOffsetDateTime());
                    returns.put(told, parcel);
                    because.put(told, event);
                });
            }
            found.addAll(Findings.of(was, parcel, settings.attempts()));
        }
        keep(received, because);
        found.addAll(carryOut(returns));
        workItems.open(found);
    }

    private static boolean returnsDossier(Parcel parcel) {
        return parcel.direction() == ParcelDirection.RESULT && !parcel.contradictory();
    }

    private static ParcelEvent earlier(ParcelEvent one, ParcelEvent other) {
        return one.occurredAt().isAfter(other.occurredAt()) ? other : one;
    }

    /** The part of the message that moved a dossier is the evidence of the event it became. */
    private void keep(Received received, Map<NoteReturned, ParcelEvent> because) {
        byte[] bytes = received.message().bytes();
        Map<UUID, byte[]> slices = new LinkedHashMap<>();
        because.forEach((told, event) ->
                slices.put(told.eventId(), java.util.Arrays.copyOfRange(bytes, event.from(), event.to())));
        Message envelope = received.message().carrying(List.copyOf(slices.values()));
        List<Evidence.Part> parts = new ArrayList<>();
        because.forEach((told, event) -> parts.add(new Evidence.Part(
                envelope.item(told.eventId(), told.number().value(), slices.getOrDefault(told.eventId(), new byte[0])),
                event.from())));
        evidence.keep(envelope, parts);
    }

    private List<NewWorkItem> carryOut(Map<NoteReturned, Parcel> returns) {
        List<NoteReturned> commands = List.copyOf(returns.keySet());
        List<DossierAnswer> answers =
                commands.isEmpty() ? List.of() : dossiers.apply(List.<DossierCommand>copyOf(commands), Map.of());
        List<NewWorkItem> found = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            if (answers.get(i) instanceof DossierAnswer.Refused refused) {
                Parcel parcel = returns.get(commands.get(i));
                if (parcel != null) {
                    found.add(Findings.notReturned(parcel, refused.problem()));
                }
            }
        }
        return found;
    }
}
