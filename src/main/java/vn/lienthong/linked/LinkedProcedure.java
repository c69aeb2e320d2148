package vn.lienthong.linked;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A procedure as a graph of legs, in an order in which each stands after those it waits for. */
record LinkedProcedure(String code, String name, List<Leg> legs) {
    /** Refuses a graph with a circle, a leg told twice, or one that waits for nobody known. */
    LinkedProcedure {
        legs = List.copyOf(legs);
        Set<String> before = new HashSet<>();
        Set<String> procedures = new HashSet<>();
        for (Leg leg : legs) {
            if (!before.containsAll(leg.after())) {
                throw new IllegalArgumentException(
                        code + ": " + leg.code() + " waits for a leg that does not stand before it: " + leg.after());
            }
            if (!before.add(leg.code()) || !procedures.add(leg.procedure())) {
                throw new IllegalArgumentException(code + ": two legs " + leg.code() + " or " + leg.procedure());
            }
        }
        if (legs.isEmpty()) {
            throw new IllegalArgumentException(code + ": no legs");
        }
    }

    /** The legs that wait for the one of this procedure, near or far. */
    List<Leg> following(String procedure) {
        Set<String> reached = new HashSet<>();
        List<Leg> following = new ArrayList<>();
        for (Leg leg : legs) {
            if (leg.procedure().equals(procedure)) {
                reached.add(leg.code());
            } else if (leg.after().stream().anyMatch(reached::contains)) {
                reached.add(leg.code());
                following.add(leg);
            }
        }
        return following;
    }

    /** The legs that the one of this procedure waits for, near or far. */
    List<Leg> before(String procedure) {
        return legs.stream()
                .filter(leg -> following(leg.procedure()).stream()
                        .anyMatch(later -> later.procedure().equals(procedure)))
                .toList();
    }
}
