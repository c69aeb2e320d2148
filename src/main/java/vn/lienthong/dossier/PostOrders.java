package vn.lienthong.dossier;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import vn.lienthong.delivery.Deliveries;
import vn.lienthong.delivery.Delivery;
import vn.lienthong.delivery.DeliveryRequest;
import vn.lienthong.dossier.DossierCommand.TellState;
import vn.lienthong.dossier.DossierContent.ReturnBy;

/**
 * Says which full states ask the post to fetch a result: the first that is processed, not each after it. Whoever wants another
 * parcel orders it by hand.
 *
 * @param before the orders made for the dossiers of this group so far
 */
record PostOrders(Map<String, List<Delivery>> before) {
    static final String POST = "post";

    /** Looks up the orders of those dossiers that may need one. */
    static PostOrders of(Deliveries deliveries, Collection<DossierCommand> commands, Map<String, DossierRecord> known) {
        Map<String, List<Delivery>> orders = new HashMap<>();
        for (DossierCommand command : commands) {
            String number = command.number().value();
            if (command instanceof TellState told
                    && wants(told.content())
                    && known.containsKey(number)
                    && !orders.containsKey(number)) {
                orders.put(
                        number,
                        deliveries.ofDossier(number).stream()
                                .filter(PostOrders::order)
                                .toList());
            }
        }
        return new PostOrders(orders);
    }

    /**
     * Whether this state orders a parcel. An order that the post may have is never doubled; one that certainly never reached
     * it is replaced, for its receiver may have been corrected; one that was called off comes back only when the dossier is
     * processed anew.
     *
     * @param anew tells whether the dossier was not processed before, or its result was to go another way
     */
    boolean wanted(String number, DossierContent state, BooleanSupplier anew) {
        if (!wants(state)) {
            return false;
        }
        List<Delivery> orders = before.getOrDefault(number, List.of());
        if (orders.stream().anyMatch(PostOrders::mayBeThere)) {
            return false;
        }
        return anew.getAsBoolean() || orders.stream().anyMatch(PostOrders::waits);
    }

    private static boolean wants(DossierContent state) {
        return state.status() == DossierStatus.PROCESSED
                && state.returnBy() == ReturnBy.POST
                && !Boolean.TRUE.equals(state.test());
    }

    private static boolean order(Delivery delivery) {
        return delivery.partner().equals(POST) && delivery.kind().equals(DeliveryRequest.RESULT);
    }

    private static boolean mayBeThere(Delivery order) {
        return switch (order.state()) {
            case SENDING, SENT, UNCERTAIN, CONFIRMED -> true;
            case READY, PARKED, REFUSED -> order.maybeSent();
            case CANCELLED, EXPIRED -> false;
        };
    }

    private static boolean waits(Delivery order) {
        return switch (order.state()) {
            case READY, PARKED, REFUSED -> true;
            case SENDING, SENT, UNCERTAIN, CONFIRMED, CANCELLED, EXPIRED -> false;
        };
    }
}
