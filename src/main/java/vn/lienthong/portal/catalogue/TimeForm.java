package vn.lienthong.portal.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import vn.lienthong.catalogue.Procedure.Processing;
import vn.lienthong.catalogue.Procedure.TimeUnit;

/** The time limit as it stands at a way to hand in. One that is not a number of known units is left to its words. */
final class TimeForm {
    static final String COUNTER = "1";
    static final String ONLINE = "2";
    private static final int DAYS_OF_LIFE = 36_500;

    private TimeForm() {}

    static Processing read(JsonNode entry) {
        JsonNode time = of(entry, COUNTER);
        String words = Field.text(time, "MOTA");
        OptionalLong amount = Field.number(time, "THOIGIANGIAIQUYET");
        Optional<TimeUnit> unit = unit(Field.text(time, "DONVITINH"));
        return amount.isPresent() && amount.getAsLong() <= DAYS_OF_LIFE && unit.isPresent()
                ? new Processing((int) amount.getAsLong(), unit.get(), null, null, words)
                : new Processing(null, TimeUnit.BY_BRANCH, null, null, words);
    }

    private static Optional<TimeUnit> unit(String told) {
        return switch (told.toLowerCase(Locale.ROOT)) {
            case "ngày làm việc" -> Optional.of(TimeUnit.WORKING_DAY);
            case "giờ làm việc", "giờ" -> Optional.of(TimeUnit.WORKING_HOUR);
            case "ngày" -> Optional.of(TimeUnit.DAY);
            case "tháng" -> Optional.of(TimeUnit.MONTH);
            default -> Optional.empty();
        };
    }

    /** What is said of this way to hand in; of the first way where this one is not offered. */
    static JsonNode of(JsonNode entry, String channel) {
        JsonNode ways = entry.path("CACHTHUCTHUCHIEN");
        for (JsonNode way : ways) {
            if (Field.text(way, "KENH").equals(channel)) {
                return way.path("THOIGIAN").path(0);
            }
        }
        return ways.path(0).path("THOIGIAN").path(0);
    }
}
