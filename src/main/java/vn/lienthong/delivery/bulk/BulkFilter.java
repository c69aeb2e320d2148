package vn.lienthong.delivery.bulk;

import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.delivery.HandAct;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.kernel.QueryText;

/**
 * Which deliveries a bulk action is meant for. A misspelt name must not widen it to everything: names it does not know are
 * refused, and so is an empty filter.
 */
public record BulkFilter(Map<String, String> values) {
    /** Since when deliveries have stood in their state: a time with its offset. */
    public static final String FROM = "changedFrom";

    /** Before which time they came into it. */
    public static final String UNTIL = "changedUntil";

    private static final Map<String, String> COLUMNS = Map.of(
            "partner",
            "partner",
            "kind",
            "kind",
            "state",
            "state",
            "reason",
            "reason",
            "agency",
            "agency",
            "dossierNumber",
            "dossier_number",
            FROM,
            "changed_at",
            UNTIL,
            "changed_at");

    /** Names deliveries one by one: their ids with commas between. */
    public static final String IDS = "ids";

    private static final int MOST_IDS = 500;
    private static final Pattern ID_LIST = Pattern.compile("[0-9]{1,18}(,[0-9]{1,18})*");

    /** Reads what a caller asked for; refuses with 422 what it does not know. */
    public static BulkFilter of(Map<String, String> asked) {
        Map<String, String> values = new TreeMap<>();
        asked.forEach((name, value) -> {
            if (!COLUMNS.containsKey(name) && !name.equals(IDS)) {
                throw refused(
                        "/filter/" + name, "Không lọc được theo " + name + ".", "There is no filter " + name + ".");
            }
            if (value != null && !value.isBlank()) {
                values.put(name, String.valueOf(QueryText.of(value)));
            }
        });
        if (values.isEmpty()) {
            throw refused("/filter", "Phải nêu ít nhất một điều kiện lọc.", "Name at least one condition.");
        }
        String state = values.get("state");
        if (state != null
                && Arrays.stream(DeliveryState.values())
                        .noneMatch(known -> known.name().equals(state))) {
            throw refused("/filter/state", "Không có trạng thái " + state + ".", "There is no state " + state + ".");
        }
        String ids = values.get(IDS);
        if (ids != null && (!ID_LIST.matcher(ids).matches() || ids.split(",", -1).length > MOST_IDS)) {
            throw refused(
                    "/filter/ids",
                    "ids là các mã việc gửi cách nhau bằng dấu phẩy, nhiều nhất " + MOST_IDS + ".",
                    "ids are delivery ids with commas between, at most " + MOST_IDS + ".");
        }
        Stream.of(FROM, UNTIL)
                .filter(values::containsKey)
                .forEach(name -> time(name, String.valueOf(values.get(name))));
        return new BulkFilter(values);
    }

    /** The condition in SQL on a row of {@code delivery}, its values in {@link #arguments}. */
    String condition() {
        StringBuilder condition = new StringBuilder("state = any(?)");
        values.keySet()
                .forEach(name -> condition
                        .append(" and ")
                        .append(
                                switch (name) {
                                    case IDS -> "id = any(?)";
                                    case FROM -> "changed_at >= ?";
                                    case UNTIL -> "changed_at < ?";
                                    default -> COLUMNS.get(name) + " = ?";
                                }));
        return condition.toString();
    }

    /** The values of {@link #condition} after the first, which are the states that {@code act} is for. */
    List<Object> arguments(HandAct act) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(act.from().stream().map(DeliveryState::name).sorted().toArray(String[]::new));
        values.forEach((name, value) -> arguments.add(
                switch (name) {
                    case IDS -> ids(value);
                    case FROM, UNTIL -> time(name, value);
                    default -> value;
                }));
        return arguments;
    }

    private static Timestamp time(String name, String value) {
        try {
            return Timestamp.from(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException unread) {
            throw refused(
                    "/filter/" + name,
                    name + " là thời điểm kèm múi giờ, như 2026-11-20T08:00:00+07:00.",
                    name + " is a time with its offset, such as 2026-11-20T08:00:00+07:00.");
        }
    }

    private static Long[] ids(String list) {
        return Arrays.stream(list.split(",", -1)).map(Long::valueOf).toArray(Long[]::new);
    }

    private static ProblemException refused(String pointer, String vi, String en) {
        return new ProblemException(Problem.at(422, "BULK-FILTER", pointer, vi, en));
    }
}
