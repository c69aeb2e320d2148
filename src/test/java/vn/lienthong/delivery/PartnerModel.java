package vn.lienthong.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import vn.lienthong.delivery.DeliveryOutcome.AlreadyThere;
import vn.lienthong.delivery.DeliveryOutcome.CannotTell;
import vn.lienthong.delivery.DeliveryOutcome.Confirmed;
import vn.lienthong.delivery.DeliveryOutcome.MaybeSent;
import vn.lienthong.delivery.DeliveryOutcome.NoAnswer;
import vn.lienthong.delivery.DeliveryOutcome.NotHeld;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.NotThere;
import vn.lienthong.delivery.DeliveryOutcome.Refused;
import vn.lienthong.delivery.DeliveryOutcome.Undecidable;

/**
 * A partner that fails by chance, and what it really took, in order. It refuses a second creation, an update or a step of
 * a dossier that it does not hold; it may take a message and lose its answer.
 */
final class PartnerModel {
    private static final NotSent NOT_SENT = new NotSent(Reason.PARTNER_UNREACHABLE, null);
    private static final MaybeSent LOST = new MaybeSent(Reason.ANSWER_LOST, null, false);

    private final RandomGenerator random;
    private final boolean showsAll;
    private boolean healthy;
    final Map<String, List<Effect>> effects = new LinkedHashMap<>();
    /** What it took and then lost, dossier by dossier. */
    final List<List<Effect>> lost = new ArrayList<>();

    private final Set<String> foreign = new HashSet<>();

    PartnerModel(RandomGenerator random, boolean showsAll) {
        this.random = random;
        this.showsAll = showsAll;
    }

    /** From now on nothing fails any more. */
    void heal() {
        healthy = true;
    }

    /** Another road brings this dossier. */
    void bring(String dossier) {
        foreign.add(dossier);
    }

    /** Everything about this dossier is lost. */
    void forget(String dossier) {
        foreign.remove(dossier);
        List<Effect> taken = effects.remove(dossier);
        if (taken != null) {
            lost.add(taken);
        }
    }

    /** Whether it ever took this delivery. */
    boolean everTook(long delivery) {
        return Stream.concat(effects.values().stream(), lost.stream())
                .flatMap(List::stream)
                .anyMatch(effect -> effect.delivery() == delivery);
    }

    /** What the gateway learns when it sends this; null when it dies before it can note anything. */
    DeliveryOutcome take(ClaimedDelivery item, int version) {
        int chance = healthy ? 0 : random.nextInt(11);
        switch (chance) {
            case 6 -> {
                return NOT_SENT;
            }
            case 7 -> {
                return LOST;
            }
            case 8 -> {
                return new Refused(Reason.CONTENT_REFUSED, "-9", null);
            }
            case 9 -> {
                return unclear(item, version);
            }
            case 10 -> {
                return null;
            }
            default -> {
                DeliveryOutcome answer = effect(item, version);
                return chance == 4 ? LOST : chance == 5 ? null : answer;
            }
        }
    }

    /** Cannot be built, or an error that says nothing about whether it was taken. */
    private DeliveryOutcome unclear(ClaimedDelivery item, int version) {
        int how = random.nextInt(3);
        if (how == 0) {
            return new Undecidable(Reason.CANNOT_BE_BUILT, null, false);
        }
        if (how == 1) {
            effect(item, version);
        }
        return new Undecidable(Reason.REPLY_UNDECIDABLE, null, true);
    }

    private DeliveryOutcome effect(ClaimedDelivery item, int version) {
        boolean holds = holds(item.dossierNumber());
        if (item.fullState() && holds && !item.heldByPartner()) {
            return new AlreadyThere("-3");
        }
        if (!holds && (!item.fullState() || item.heldByPartner())) {
            return new NotHeld("-2");
        }
        effects.computeIfAbsent(item.dossierNumber(), key -> new ArrayList<>())
                .add(new Effect(item.id(), version, item.fullState()));
        return new Confirmed();
    }

    /** What the partner says when asked about this. */
    DeliveryOutcome asked(ClaimedDelivery item) {
        if (!healthy && random.nextInt(4) == 0) {
            return new NoAnswer(Reason.ANSWER_LOST, null);
        }
        boolean there = of(item.dossierNumber()).stream().anyMatch(effect -> effect.delivery == item.id());
        if (showsAll) {
            return there ? new Confirmed() : new NotThere();
        }
        return holds(item.dossierNumber()) ? new CannotTell(null) : new NotThere();
    }

    boolean holds(String dossier) {
        return foreign.contains(dossier) || of(dossier).stream().anyMatch(Effect::fullState);
    }

    List<Effect> of(String dossier) {
        return effects.getOrDefault(dossier, List.of());
    }

    /** Something that the partner took. */
    record Effect(long delivery, int version, boolean fullState) {}
}
