package vn.lienthong.console;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.delivery.DeliveryFilter;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.delivery.bulk.BulkFilter;

/** The filter of the list of deliveries as it stands in the address. */
record DeliveryQuery(
        @Nullable String partner,
        @Nullable String state,
        @Nullable String reason,
        @Nullable String agency,
        @Nullable String dossier,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Reads what was asked for; refuses with 400 a state that does not exist. */
    static DeliveryQuery of(
            @Nullable String partner,
            @Nullable String state,
            @Nullable String reason,
            @Nullable String agency,
            @Nullable String dossier,
            @Nullable String from,
            @Nullable String until) {
        DeliveryState known = Input.choice(DeliveryState.class, state);
        return new DeliveryQuery(
                Input.condition(partner),
                known == null ? null : known.name(),
                Input.condition(reason),
                Input.condition(agency),
                Input.condition(dossier),
                Input.day(from),
                Input.day(until));
    }

    DeliveryFilter filter(@Nullable Long after, int limit) {
        DeliveryState wanted = state == null ? null : DeliveryState.valueOf(state);
        return new DeliveryFilter(
                partner, wanted, reason, agency, dossier, Day.begin(from), Day.end(until), after, limit);
    }

    /** The list, from here on. */
    String link(@Nullable Object after, @Nullable String group) {
        return Links.to(
                "/deliveries",
                "partner",
                partner,
                "state",
                state,
                "reason",
                reason,
                "agency",
                agency,
                "dossier",
                dossier,
                "from",
                from,
                "until",
                until,
                "group",
                group,
                "after",
                after);
    }

    public boolean isEmpty() {
        return conditions().isEmpty();
    }

    /** The conditions as a bulk action names them. */
    public Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        put(conditions, "partner", partner);
        put(conditions, "state", state);
        put(conditions, "reason", reason);
        put(conditions, "agency", agency);
        put(conditions, "dossierNumber", dossier);
        put(conditions, BulkFilter.FROM, Day.written(Day.begin(from)));
        put(conditions, BulkFilter.UNTIL, Day.written(Day.end(until)));
        return conditions;
    }

    private static void put(Map<String, String> conditions, String name, @Nullable String value) {
        if (value != null) {
            conditions.put(name, value);
        }
    }
}
