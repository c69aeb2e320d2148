package vn.lienthong.post.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.GatewayClock;

/** Reads one event of our own form, or says what is wrong with it. */
@Component
class EventReader {
    private static final Pattern ID = Pattern.compile("[!-~]{1,100}");
    private static final Pattern PARCEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./_-]{3,39}");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final int LONGEST_WORDS = 500;
    private static final Instant EARLIEST = Instant.parse("2015-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    private final GatewayClock clock;

    EventReader(GatewayClock clock) {
        this.clock = clock;
    }

    ToldEvent read(JsonNode node, int from, int to) {
        String id = text(node, "eventId");
        if (id == null || !ID.matcher(id).matches()) {
            return bad(
                    null, "TRACKING-EVENT-ID", "Thiếu eventId, hoặc nó không đọc được.", "eventId is missing or odd.");
        }
        String parcel = text(node, "parcelNumber");
        if (parcel == null || !PARCEL.matcher(parcel).matches()) {
            return bad(
                    id,
                    "PARCEL-NUMBER",
                    "Thiếu số hiệu bưu gửi, hoặc sai mẫu.",
                    "parcelNumber is missing or ill-formed.");
        }
        Optional<ParcelState> state = Optional.ofNullable(text(node, "state")).flatMap(ParcelState::of);
        if (state.isEmpty()) {
            return bad(
                    id, "PARCEL-STATE-UNKNOWN", "Không có trạng thái bưu gửi này.", "There is no such parcel state.");
        }
        Instant at = time(text(node, "occurredAt"));
        if (at == null) {
            return bad(
                    id,
                    "TRACKING-TIME",
                    "occurredAt phải là thời điểm RFC 3339 có múi giờ, không ở tương lai.",
                    "occurredAt must be an RFC 3339 time with offset, not in the future.");
        }
        if (unfit(node.path("postOffice")) || unfit(node.path("reason"))) {
            return bad(
                    id,
                    "TEXT-INVALID",
                    "postOffice và reason là chuỗi Unicode NFC, không ký tự điều khiển, tối đa 500 ký tự.",
                    "postOffice and reason are text in NFC without control characters, 500 characters at most.");
        }
        return new ToldEvent.Good(
                new ParcelEvent(id, parcel, state.get(), at, text(node, "postOffice"), text(node, "reason"), from, to));
    }

    private @Nullable Instant time(@Nullable String text) {
        if (text == null || text.length() > 40) {
            return null;
        }
        try {
            // as exact as it will be stored, so that a repeat is known again
            Instant at = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            return at.isBefore(EARLIEST) || at.isAfter(clock.now().plus(CLOCKS_DIFFER_BY)) ? null : at;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static boolean unfit(JsonNode words) {
        if (words.isMissingNode() || words.isNull()) {
            return false;
        }
        String text = words.asText();
        return !words.isTextual()
                || text.length() > LONGEST_WORDS
                || UNFIT.matcher(text).find()
                || !Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? value.textValue() : null;
    }

    private static ToldEvent bad(@Nullable String id, String code, String vi, String en) {
        return new ToldEvent.Bad(Taken.refused(id, code, vi, en));
    }
}
