package vn.lienthong.intake.compat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.kernel.ProblemException;

/**
 * A call before its items are read: its single values, and where in the body its items stand.
 *
 * @param values the single values given, as text; empty ones are left out
 * @param wrong fields that hold something else than a single value
 */
record Envelope(Map<String, String> values, Set<String> wrong, EnvelopeData data) {

    /**
     * An item's bytes within the body.
     *
     * @param object whether they are a JSON object
     */
    record Slice(int from, int to, boolean object) {
        int length() {
            return to - from;
        }
    }

    /** A value if it is given. Refuses one that is no single value. */
    Optional<String> value(String field) {
        if (wrong.contains(field)) {
            throw new ProblemException(CompatProblems.notOneValue(field));
        }
        return Optional.ofNullable(values.get(field));
    }

    /** A value that must be there. */
    String required(String field) {
        return value(field).orElseThrow(() -> new ProblemException(CompatProblems.missing(field)));
    }

    /** The items. Refuses what is no list, and a list above the limit. */
    List<Slice> items(int most) {
        return switch (data) {
            case EnvelopeData.Absent absent -> throw new ProblemException(CompatProblems.missing("data"));
            case EnvelopeData.NotAList notAList -> throw new ProblemException(CompatProblems.notAList());
            case EnvelopeData.Items items -> {
                if (items.count() > most) {
                    throw new ProblemException(CompatProblems.tooMany(items.count(), most));
                }
                yield items.slices();
            }
        };
    }
}
