package vn.lienthong.post.handover;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Rights;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.document.Attachments;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierListener;
import vn.lienthong.inbox.Inbox;
import vn.lienthong.inbox.InboxEvent;
import vn.lienthong.inbox.Receiver;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.workitem.NewWorkItem;
import vn.lienthong.workitem.WorkItems;

/**
 * Gives parcels their dossier number once the agency's own state names them: an entry of {@code externalIds} that is
 * {@code parcel:<number>}, {@code <manifest>/<number>} or both prefixes together. A bare number may be any other system's and
 * says nothing. Only the agency that took the parcel in, or one above it, may name it, for the agency that decides about it.
 */
@Component
class ParcelNames implements DossierListener {
    static final String NAMED = "vn.lienthong.post.parcel-named.v1";
    private static final String PREFIX = "parcel:";
    private static final String NAMED_TWICE = "POST-PARCEL-NAMED-TWICE";

    private final ItemRepository items;
    private final Claims claims;
    private final Attachments attachments;
    private final Catalogue catalogue;
    private final Rights rights;
    private final Inbox inbox;
    private final WorkItems workItems;
    private final GatewayClock clock;

    ParcelNames(
            ItemRepository items,
            Claims claims,
            Attachments attachments,
            Catalogue catalogue,
            Rights rights,
            Inbox inbox,
            WorkItems workItems,
            GatewayClock clock) {
        this.items = items;
        this.claims = claims;
        this.attachments = attachments;
        this.catalogue = catalogue;
        this.rights = rights;
        this.inbox = inbox;
        this.workItems = workItems;
        this.clock = clock;
    }

    @Override
    public void told(List<TellState> states) {
        Map<String, TellState> named = new LinkedHashMap<>();
        for (TellState state : states) {
            for (String id : state.content().externalIds()) {
                String name = id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id;
                if (id.startsWith(PREFIX) || name.contains("/")) {
                    named.putIfAbsent(name, state);
                }
            }
        }
        if (named.isEmpty()) {
            return;
        }
        Set<String> parcels = new java.util.TreeSet<>();
        named.keySet().forEach(id -> parcels.add(id.substring(id.lastIndexOf('/') + 1)));
        List<NewWorkItem> findings = new ArrayList<>();
        for (ItemRepository.Held held : items.held(parcels)) {
            TellState whole = named.get(held.manifestNumber() + "/" + held.parcelNumber());
            TellState state = whole == null ? named.get(held.parcelNumber()) : whole;
            if (state != null) {
                name(held, state, findings);
            }
        }
        workItems.open(findings);
    }

    private void name(ItemRepository.Held held, TellState state, List<NewWorkItem> findings) {
        String number = state.number().value();
        DossierContent content = state.content();
        String joined = held.joined();
        if (number.equals(joined)) {
            return;
        }
        if (!concerns(held, state)) {
            findings.add(finding(
                    state,
                    "POST-PARCEL-ELSEWHERE",
                    new Bilingual(
                            "Hồ sơ nêu bưu gửi " + held.parcelNumber()
                                    + " đã giao cho cơ quan khác; hãy kiểm tra số bưu gửi.",
                            "The dossier names parcel " + held.parcelNumber()
                                    + ", which was handed over to another agency; check the number.")));
            return;
        }
        if (joined != null) {
            Bilingual text = new Bilingual(
                    "Bưu gửi " + held.parcelNumber() + " thuộc hồ sơ " + joined + ", nay hồ sơ " + number
                            + " cũng nêu; hãy kiểm tra bưu gửi thuộc hồ sơ nào.",
                    "Parcel " + held.parcelNumber() + " belongs to dossier " + joined + " and is now named by dossier "
                            + number + ", too; settle to which it belongs.");
            findings.add(finding(state, NAMED_TWICE, text));
            findings.add(new NewWorkItem(NAMED_TWICE, joined, held.intakeAgency(), null, null, text));
            return;
        }
        if (!claims.take(number, held.id())) {
            findings.add(finding(
                    state,
                    Claims.CLAIMED_TWICE,
                    new Bilingual(
                            "Hồ sơ này đã được bàn giao bằng bưu gửi khác, nay lại nêu bưu gửi " + held.parcelNumber()
                                    + ".",
                            "This dossier was handed over with another parcel and now names parcel "
                                    + held.parcelNumber() + ".")));
            return;
        }
        items.name(held.id(), number);
        Caller post = new Caller(held.client(), held.client(), null, Set.of(), null, Caller.Kind.CLIENT);
        attachments.handOver(attachments.inHand(post, held.files()).stream()
                .map(file -> new Attachments.HandOver(file, number, post.name(), List.of()))
                .toList());
        inbox.tell(new InboxEvent(
                new Receiver.OfClient(held.client()),
                NAMED,
                number,
                clock.now(),
                new ParcelNamed(held.manifestNumber(), held.parcelNumber(), number)));
        if (content.channel() != DossierContent.Channel.POSTAL || !submitted(content.submittedAt(), held.signedAt())) {
            findings.add(finding(
                    state,
                    "POST-SUBMISSION-DIFFERS",
                    new Bilingual(
                            "Hồ sơ nhận qua bưu gửi " + held.parcelNumber()
                                    + ": kênh nộp phải là bưu chính và thời điểm nộp là lúc ký biên bản "
                                    + held.signedAt().atZone(GatewayClock.ZONE).toOffsetDateTime() + ".",
                            "The dossier came in parcel " + held.parcelNumber()
                                    + ": its channel must be POSTAL and its time of submission that of the record, "
                                    + held.signedAt().atZone(GatewayClock.ZONE).toOffsetDateTime() + ".")));
        }
    }

    private static NewWorkItem finding(TellState state, String code, Bilingual text) {
        return new NewWorkItem(
                code, state.number().value(), state.content().intakeAgency(), null, state.eventId(), text);
    }

    private boolean concerns(ItemRepository.Held held, TellState state) {
        DossierContent content = state.content();
        boolean theirs = current(held.intakeAgency()).equals(current(content.intakeAgency()))
                || rights.maySee(state.caller(), List.of(held.intakeAgency()));
        return theirs && current(held.competentAgency()).equals(current(content.competentAgency()));
    }

    /** Systems keep minutes or seconds. */
    private static boolean submitted(@org.jspecify.annotations.Nullable OffsetDateTime told, Instant signedAt) {
        return told != null
                && java.time.Duration.between(told.toInstant(), signedAt).abs().toSeconds() < 60;
    }

    private String current(String agency) {
        return catalogue.agencies().currentCode(agency);
    }

    /** Data of {@value #NAMED}. */
    record ParcelNamed(String manifestNumber, String parcelNumber, String dossierNumber) {}
}
