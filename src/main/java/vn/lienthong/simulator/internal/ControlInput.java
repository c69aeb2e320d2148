package vn.lienthong.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one control call, read strictly: a misspelt knob must not look like a set one. */
public final class ControlInput {
    private final JsonNode input;
    private Reading.@Nullable Unfit<?> first;

    /** Reads an object that may have these fields and no others. */
    public ControlInput(JsonNode input, Set<String> names) {
        this.input = input;
        if (!input.isObject()) {
            refuse("Nội dung phải là một đối tượng JSON.", "The body must be a JSON object.");
        }
        input.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                refuse(
                        "Không có tham số “" + name + "”; có: " + String.join(", ", names) + ".",
                        "There is no field '" + name + "'; there are: " + String.join(", ", names) + ".");
            }
        });
    }

    /** Notes a reason to refuse; the first one counts. */
    public void refuse(String vietnamese, String english) {
        if (first == null) {
            first = new Reading.Unfit<>(vietnamese, english);
        }
    }

    /** A text field. */
    public String text(String name, String fallback) {
        JsonNode node = input.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return fallback;
        }
        if (!node.isTextual()) {
            refuse("“" + name + "” phải là chuỗi ký tự.", "'" + name + "' must be a string.");
            return fallback;
        }
        return node.textValue();
    }

    /** A text field out of a few words. */
    public String word(String name, String fallback, String... words) {
        String word = text(name, fallback);
        if (!Set.of(words).contains(word)) {
            String list = String.join(", ", words);
            refuse("“" + name + "” phải là một trong: " + list + ".", "'" + name + "' must be one of: " + list + ".");
        }
        return word;
    }

    /** A number field between two bounds. */
    public double number(String name, double fallback, double least, double most) {
        JsonNode node = input.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return fallback;
        }
        if (!node.isNumber() || node.doubleValue() < least || node.doubleValue() > most) {
            String bounds = Math.round(least) + " – " + Math.round(most);
            refuse("“" + name + "” phải là số trong khoảng " + bounds + ".", "'" + name + "' must be in " + bounds);
            return fallback;
        }
        return node.doubleValue();
    }

    /** The value made of the fields, unless one of them was refused. */
    public <T> Reading<T> reading(T value) {
        return first == null ? new Reading.Fit<>(value) : new Reading.Unfit<>(first.vietnamese(), first.english());
    }
}
