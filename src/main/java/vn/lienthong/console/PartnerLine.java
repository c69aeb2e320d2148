package vn.lienthong.console;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.Backlog;
import vn.lienthong.delivery.BacklogGroup;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.delivery.flow.Hold;

/**
 * One partner on the first page.
 *
 * @param waiting what goes on by itself, by state
 * @param person what needs a person, by state
 */
record PartnerLine(
        String id,
        List<Figure> waiting,
        List<Figure> person,
        @Nullable String oldest,
        @Nullable Moment lastSuccess,
        @Nullable String held,
        String breaker,
        boolean attention,
        @Nullable Spark spark) {

    /** A number that leads to the list it counts. */
    record Figure(String state, String number, String href) {}

    static PartnerLine of(
            String id,
            Backlog.Count count,
            @Nullable Hold hold,
            CircuitBreaker.State breaker,
            @Nullable Spark spark,
            Desk desk) {
        List<BacklogGroup> own = count.groups().stream()
                .filter(group -> group.partner().equals(id))
                .toList();
        List<BacklogGroup> moving =
                own.stream().filter(group -> !group.needsPerson()).toList();
        List<Figure> person =
                figures(id, own.stream().filter(BacklogGroup::needsPerson).toList(), desk);
        Duration oldest = moving.stream()
                .map(BacklogGroup::oldest)
                .max(Duration::compareTo)
                .orElse(null);
        return new PartnerLine(
                id,
                figures(id, moving, desk),
                person,
                oldest == null ? null : desk.span(oldest),
                desk.moment(count.lastSuccess().get(id)),
                hold == null ? null : desk.say(hold.cause().text()),
                breaker.name(),
                hold != null || breaker != CircuitBreaker.State.CLOSED || !person.isEmpty(),
                spark);
    }

    private static List<Figure> figures(String partner, List<BacklogGroup> groups, Desk desk) {
        return Arrays.stream(DeliveryState.values())
                .map(state -> figure(
                        partner,
                        state,
                        groups.stream()
                                .filter(group -> group.state() == state)
                                .mapToLong(BacklogGroup::number)
                                .sum(),
                        desk))
                .filter(figure -> !figure.number().equals("0"))
                .toList();
    }

    private static Figure figure(String partner, DeliveryState state, long number, Desk desk) {
        return new Figure(
                state.name(), desk.number(number), Links.to("/deliveries", "partner", partner, "state", state));
    }
}
