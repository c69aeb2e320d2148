package vn.lienthong.evidence;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.evidence.CheckpointRepository.Kept;
import vn.lienthong.evidence.container.Consistency;
import vn.lienthong.evidence.container.ContainerWriter;
import vn.lienthong.evidence.container.Inclusion;
import vn.lienthong.evidence.container.Names;
import vn.lienthong.evidence.tree.Prover;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.Signer;
import vn.lienthong.signing.SigningOutcome;
import vn.lienthong.signing.SigningRequest;

/** Packs evidence for a third party: the message with all that proves it, or checkpoints with what ties them together. */
@Component
class EvidenceExport {
    /** A checkpoint younger than this may still get its time-stamp, which makes better evidence. */
    private static final Duration WORTH_WAITING = Duration.ofSeconds(4);

    private final MessageRepository messages;
    private final TreeRepository tree;
    private final CheckpointRepository checkpoints;
    private final Signer signer;
    private final EvidenceProperties settings;
    private final GatewayClock clock;

    EvidenceExport(
            MessageRepository messages,
            TreeRepository tree,
            CheckpointRepository checkpoints,
            Signer signer,
            EvidenceProperties settings,
            GatewayClock clock) {
        this.messages = messages;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.signer = signer;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of packing. */
    sealed interface Packed {
        /** The container. */
        @SuppressWarnings("ArrayRecordComponent")
        record Container(byte[] bytes) implements Packed {}

        /** There is no such message. */
        record Unknown() implements Packed {}

        /** Its bytes are no longer kept; the message that records it proves that. */
        record Deleted(UUID record) implements Packed {}

        /** No checkpoint holds it yet. */
        record Unsealed() implements Packed {}

        /** It cannot be signed. */
        record Unsigned(Bilingual why) implements Packed {}
    }

    /** The message with its leaf, its proof and the checkpoint. */
    Packed message(UUID id) {
        Optional<MessageRepository.Placed> found = messages.placed(id);
        if (found.isEmpty()) {
            return new Packed.Unknown();
        }
        UUID deletion = found.get().deletion();
        if (deletion != null) {
            return new Packed.Deleted(deletion);
        }
        OptionalLong position = tree.position(id);
        Optional<Kept> over = position.isEmpty() ? Optional.empty() : checkpoints.over(position.getAsLong());
        if (over.isEmpty() || stampIsComing(over.get())) {
            return new Packed.Unsealed();
        }
        return pack(messages.find(id).orElseThrow(), found.get().leaf(), position.getAsLong(), over.get());
    }

    private boolean stampIsComing(Kept checkpoint) {
        return !checkpoint.stamped()
                && Duration.between(checkpoint.at(), clock.now()).compareTo(WORTH_WAITING) < 0;
    }

    private Packed pack(Message message, Leaf leaf, long position, Kept over) {
        Checkpoint checkpoint = Checkpoint.read(over.body()).orElseThrow();
        Inclusion proof = new Inclusion(
                checkpoint.origin(),
                position,
                over.size(),
                message.nonce(),
                new Prover(tree.tree()).inclusion(position, over.size()));
        ContainerWriter container = new ContainerWriter()
                .add(Names.message(message.bytes()), message.bytes())
                .add(Names.LEAF, leaf.text())
                .add(Names.INCLUSION, proof.text());
        add(container, over);
        return seal(container);
    }

    /** The newest checkpoint and those of these sizes, each tied to the next. Sizes without a checkpoint are left out. */
    Packed checkpoints(Collection<Long> sizes) {
        Optional<Kept> newest = checkpoints.newest();
        if (newest.isEmpty()) {
            return new Packed.Unsealed();
        }
        ContainerWriter container = new ContainerWriter();
        TreeSet<Long> there = new TreeSet<>();
        add(container, newest.get());
        there.add(newest.get().size());
        for (long size : new TreeSet<>(sizes)) {
            checkpoints.ofSize(size).filter(kept -> there.add(size)).ifPresent(kept -> add(container, kept));
        }
        Prover prover = new Prover(tree.tree());
        String origin = tree.state().origin();
        Iterator<Long> each = there.iterator();
        long from = each.next();
        while (each.hasNext()) {
            long to = each.next();
            container.add(
                    Names.consistency(from, to),
                    new Consistency(origin, from, to, prover.consistency(from, to)).text());
            from = to;
        }
        return seal(container);
    }

    private void add(ContainerWriter container, Kept checkpoint) {
        checkpoints.show(checkpoint.size());
        container
                .add(Names.checkpoint(checkpoint.size()), checkpoint.body())
                .add(Names.checkpointSignature(checkpoint.size()), checkpoint.signature());
        int place = 0;
        for (CheckpointRepository.Renewal renewal : checkpoints.renewals(checkpoint.size())) {
            place++;
            container
                    .add(Names.renewal(checkpoint.size(), place), renewal.list())
                    .add(Names.renewalStamp(checkpoint.size(), place), renewal.stamp());
        }
    }

    private Packed seal(ContainerWriter container) {
        SigningOutcome outcome = signer.sign(SigningRequest.of(
                settings.key(),
                SignatureFormat.CADES_DETACHED,
                SignatureLevel.B,
                new Content(Names.MANIFEST, container.manifest())));
        return switch (outcome) {
            case SigningOutcome.Signed signed -> new Packed.Container(container.seal(signed.bytes()));
            case SigningOutcome.NoKey none -> new Packed.Unsigned(none.why());
            case SigningOutcome.NoTimeStamp none -> new Packed.Unsigned(none.why());
            case SigningOutcome.NoRevocationData none -> new Packed.Unsigned(none.why());
            case SigningOutcome.Unsuitable none -> new Packed.Unsigned(none.why());
        };
    }
}
