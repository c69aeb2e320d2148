package vn.lienthong.console;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.BacklogGroup;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.delivery.Reason;

/** Deliveries that stand for the same cause: one line with a count instead of an alarm for each. */
record Incident(
        String partner,
        String state,
        @Nullable String code,
        @Nullable String text,
        @Nullable String side,
        String number,
        String href,
        Moment first,
        Moment last,
        boolean urgent) {

    private static Incident of(BacklogGroup group, @Nullable String agency, Desk desk) {
        String reason = group.reason();
        Reason known = reason == null ? null : Reason.ofCode(reason);
        return new Incident(
                group.partner(),
                group.state().name(),
                reason,
                known == null ? null : desk.say(known.text()),
                known == null ? null : known.side().name(),
                desk.number(group.number()),
                Links.to(
                        "/deliveries",
                        "partner",
                        group.partner(),
                        "state",
                        group.state(),
                        "reason",
                        reason,
                        "agency",
                        agency),
                Objects.requireNonNull(desk.moment(group.first())),
                Objects.requireNonNull(desk.moment(group.last())),
                group.needsPerson());
    }

    /** One incident for each cause, whatever kinds of delivery it holds up; what needs a person first, then the largest. */
    static List<Incident> of(List<BacklogGroup> groups, @Nullable String agency, Desk desk) {
        Map<List<Object>, BacklogGroup> causes = new LinkedHashMap<>();
        groups.forEach(group -> causes.merge(
                List.of(group.partner(), group.state(), String.valueOf(group.reason())), group, Incident::together));
        return causes.values().stream()
                .sorted(Comparator.comparing(BacklogGroup::needsPerson)
                        .thenComparing(BacklogGroup::number)
                        .reversed())
                .map(group -> of(group, agency, desk))
                .toList();
    }

    private static BacklogGroup together(BacklogGroup one, BacklogGroup other) {
        return new BacklogGroup(
                one.partner(),
                one.kind(),
                one.state(),
                one.reason(),
                one.number() + other.number(),
                one.oldest().compareTo(other.oldest()) > 0 ? one.oldest() : other.oldest(),
                one.first().isBefore(other.first()) ? one.first() : other.first(),
                one.last().isAfter(other.last()) ? one.last() : other.last());
    }

    /** Whether a group is a trouble at all, not just work in its turn. */
    static boolean isTrouble(BacklogGroup group) {
        return group.needsPerson() || group.state() == DeliveryState.UNCERTAIN || group.reason() != null;
    }
}
