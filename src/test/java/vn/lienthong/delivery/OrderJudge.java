package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.delivery.DeliveryWorld.STEP;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienthong.delivery.PartnerModel.Effect;

/** What a life must have come to once everything is calm: judged by what the partner took. */
record OrderJudge(PartnerModel partner, OrderOracle oracle, boolean showsAll, Set<Long> passed, DeliveryWorld node) {
    void judge(List<Delivery> all) {
        Stream.concat(partner.effects.values().stream(), partner.lost.stream()).forEach(this::inOrderAndOnce);
        all.forEach(one -> accountedFor(one, all));
    }

    private void inOrderAndOnce(List<Effect> effects) {
        List<Integer> shown = effects.stream()
                .filter(effect -> !passed.contains(effect.delivery()))
                .map(Effect::version)
                .toList();
        assertThat(shown).as("order of %s", effects).isSorted();
        List<Long> once = effects.stream()
                .filter(effect -> showsAll || !effect.fullState())
                .map(Effect::delivery)
                .toList();
        assertThat(once).as("taken once").doesNotHaveDuplicates();
    }

    private void accountedFor(Delivery one, List<Delivery> all) {
        boolean taken = partner.everTook(one.id());
        switch (one.state()) {
            case CONFIRMED -> assertThat(taken).as("%s was taken", one).isTrue();
            case CANCELLED -> assertThat(taken).as("%s was never taken", one).isFalse();
            case PARKED, REFUSED ->
                assertThat(workItems(one.id())).as("a person sees %s", one).isEqualTo(1);
            case READY ->
                assertThat(one.kind().equals(STEP) && !oracle.holds(one.dossierNumber())
                                || all.stream().anyMatch(other -> blocks(other, one)))
                        .as("why %s waits", one)
                        .isTrue();
            case SENDING, SENT, UNCERTAIN, EXPIRED -> throw new AssertionError("left in between: " + one);
        }
    }

    private static boolean blocks(Delivery other, Delivery one) {
        return other.dossierNumber().equals(one.dossierNumber())
                && other.id() < one.id()
                && other.state() == DeliveryState.PARKED;
    }

    private int workItems(long id) {
        return node.jdbc()
                .queryForList("select 1 from work_item where delivery_id = ? and state = 'OPEN'", id)
                .size();
    }
}
