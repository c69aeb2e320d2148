package vn.lienthong.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** What came of reading someone's input: a value, or the reason why there is none. */
public sealed interface Reading<T> {
    /** The input made sense. */
    record Fit<T>(T value) implements Reading<T> {}

    /** It did not; the reason in both languages. */
    record Unfit<T>(String vietnamese, String english) implements Reading<T> {}

    /** Reads a control call's JSON body. */
    static <T> Reading<T> body(Call call, Function<JsonNode, Reading<T>> reader) {
        return Json.read(call.body())
                .map(reader)
                .orElseGet(() -> new Unfit<>("Nội dung không phải JSON hợp lệ.", "The body is not well-formed JSON."));
    }

    /** The answer to a control call: what the value leads to, or 400 with the reason. */
    default Reply answer(Function<T, Reply> lead) {
        return switch (this) {
            case Fit<T> fit -> lead.apply(fit.value());
            case Unfit<T> unfit -> Reply.refusal(400, unfit.vietnamese(), unfit.english());
        };
    }
}
