package vn.lienthong.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.kernel.QueryText;
import vn.lienthong.workitem.WorkItem;

/**
 * A page whose conditions may be kept under a name. Only what stands here is ever kept: neither a place in the list nor an
 * address of somebody's choice.
 *
 * @param title the key of its title
 * @param conditions what each of its parameters may be; a blank one is kept only where the pattern takes it
 */
record SavableList(String path, String title, Map<String, Pattern> conditions) {
    private static final Pattern FREE = Pattern.compile("(?!\\s*$)" + QueryText.WRITABLE.replace("*", "{1,200}"));
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[01][0-9]-[0-3][0-9]");

    static final List<SavableList> ALL = List.of(
            list(
                    "/deliveries",
                    "deliveries.title",
                    Map.of(
                            "partner", NAME,
                            "state", oneOf(DeliveryState.values()),
                            "reason", NAME,
                            "agency", FREE,
                            "dossier", FREE,
                            "from", DAY,
                            "until", DAY,
                            "group", Pattern.compile("reason"))),
            list(
                    "/dossiers",
                    "dossiers.title",
                    Map.of(
                            "number", FREE,
                            "status", oneOf(DossierStatus.values()),
                            "procedure", NAME,
                            "agency", FREE,
                            "from", DAY,
                            "until", DAY)),
            list(
                    "/work-items",
                    "work.title",
                    Map.of(
                            "dossier", FREE,
                            "agency", FREE,
                            "code", NAME,
                            // without it the page shows what is open; blank means all
                            "state",
                                    Pattern.compile(
                                            oneOf(WorkItem.State.values()).pattern() + "|"))),
            list("/bulk-actions", "bulk.title", Map.of()),
            list("/incidents", "incidents.title", Map.of()),
            list("/paper-ledger", "ledger.title", Map.of("agency", FREE)),
            list("/charts", "charts.title", Map.of("period", Pattern.compile("24h|7d"), "partner", NAME)),
            list("/audit", "audit.title", Map.of("who", FREE, "act", FREE, "subject", FREE)));

    static Optional<SavableList> at(String path) {
        return ALL.stream().filter(list -> list.path.equals(path)).findFirst();
    }

    private static SavableList list(String path, String title, Map<String, Pattern> conditions) {
        return new SavableList(path, title, new TreeMap<>(conditions));
    }

    private static Pattern oneOf(Enum<?>[] values) {
        return Pattern.compile(
                String.join("|", Arrays.stream(values).map(Enum::name).toList()));
    }
}
