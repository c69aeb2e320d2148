package vn.lienthong.post.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.access.Audit;
import vn.lienthong.catalogue.Catalogue;
import vn.lienthong.document.Attachments;
import vn.lienthong.document.Sha256Name;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.evidence.Evidence;
import vn.lienthong.evidence.Message;
import vn.lienthong.post.tracking.Parcels;

/** The one transaction behind a manifest: its evidence, claims, dossiers, deliveries, news and answer, or nothing. */
@Component
class HandoverTransaction {
    private final HandoverRepository handovers;
    private final ItemRepository items;
    private final Claims claims;
    private final Registration registration;
    private final Attachments attachments;
    private final Parcels parcels;
    private final HandoverNews news;
    private final RecordRepository records;
    private final Evidence evidence;
    private final Audit audit;
    private final Catalogue catalogue;
    private final HandoverAnswer answers;

    HandoverTransaction(
            HandoverRepository handovers,
            ItemRepository items,
            Claims claims,
            Registration registration,
            Attachments attachments,
            Parcels parcels,
            HandoverNews news,
            RecordRepository records,
            Evidence evidence,
            Audit audit,
            Catalogue catalogue,
            HandoverAnswer answers) {
        this.handovers = handovers;
        this.items = items;
        this.claims = claims;
        this.registration = registration;
        this.attachments = attachments;
        this.parcels = parcels;
        this.news = news;
        this.records = records;
        this.evidence = evidence;
        this.audit = audit;
        this.catalogue = catalogue;
        this.answers = answers;
    }

    /**
     * Stores the hand-over; its answer is true once this has returned, that is after the commit.
     *
     * @return empty where the number is taken, by a repeat or another manifest; whose answer is then stored
     */
    @Transactional
    public Optional<byte[]> store(Draft draft) {
        if (!handovers.begin(draft)) {
            return Optional.empty();
        }
        List<Judged> settled =
                registration.register(claims.take(draft.items(), draft.caller().clientId()), draft);
        claims.release(settled);
        items.insert(draft.id(), settled);
        attachments.handOver(handed(draft, settled));
        parcels.expect(coming(settled));
        keep(draft, settled);
        news.tell(draft, settled);
        HandoverFacts facts = HandoverFacts.of(draft, settled, catalogue);
        byte[] answer = answers.write(facts);
        handovers.finish(facts, answer);
        records.request(draft.id());
        audit.record(
                draft.caller(), "post.handover", "handover:" + draft.manifest().number(), null, Audit.Outcome.DONE);
        return Optional.of(answer);
    }

    /**
     * With the papers the files change hands, as far as the post has them in hand. Only an accepted item's dossier opens them;
     * the number on any other is the post's word alone.
     */
    private List<Attachments.HandOver> handed(Draft draft, List<Judged> settled) {
        Set<Sha256Name> held = attachments.inHand(
                draft.caller(),
                settled.stream()
                        .filter(Judged::handedOver)
                        .flatMap(one -> one.item().files().stream())
                        .collect(Collectors.toSet()));
        List<Attachments.HandOver> handed = new ArrayList<>();
        for (Judged one : settled) {
            if (one.handedOver()) {
                HandoverItem item = one.item();
                DossierNumber number = one.accepted() ? item.number() : null;
                item.files().stream()
                        .filter(held::contains)
                        .forEach(file -> handed.add(new Attachments.HandOver(
                                file,
                                number == null ? null : number.value(),
                                draft.caller().name(),
                                item.agencies())));
            }
        }
        return handed;
    }

    /** Where the post tells more about a parcel, it stands on the dossier's timeline. */
    private static List<Parcels.Coming> coming(List<Judged> settled) {
        List<Parcels.Coming> coming = new ArrayList<>();
        for (Judged one : settled) {
            DossierNumber number = one.accepted() ? one.number() : null;
            if (number != null) {
                HandoverItem item = one.item();
                coming.add(new Parcels.Coming(
                        item.parcelNumber(), number.value(), item.told().intakeAgency()));
            }
        }
        return coming;
    }

    private void keep(Draft draft, List<Judged> settled) {
        Manifest manifest = draft.manifest();
        List<byte[]> carried =
                manifest.items().stream().map(item -> item.of(manifest.body())).toList();
        Message envelope = new Message(
                        draft.id(),
                        Message.Direction.IN,
                        "post",
                        draft.caller().clientId(),
                        null,
                        null,
                        manifest.body())
                .carrying(carried);
        List<Evidence.Part> parts = new ArrayList<>(settled.size());
        for (int i = 0; i < settled.size(); i++) {
            Judged one = settled.get(i);
            DossierNumber number = one.accepted() ? one.number() : null;
            parts.add(new Evidence.Part(
                    envelope.item(one.id(), number == null ? null : number.value(), carried.get(i)),
                    manifest.items().get(i).from()));
        }
        evidence.keep(envelope, parts);
    }
}
