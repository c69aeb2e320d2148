package vn.lienthong.intake.compat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.lienthong.kernel.Problem;

/**
 * An item that is not stored, or not known to be, and why.
 *
 * @param index its place in the list, from 0: the only name an item without a readable number has
 * @param number what stood in {@code MaHoSo}
 */
record NotStored(int index, String number, Problem problem) {
    /** As it stands in {@code result}. */
    ObjectNode entry(String language) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("MaHoSo", number)
                .put("error_code", CompatCode.of(problem).code())
                .put("message", problem.text().in(language))
                .put("code", problem.code())
                .put("index", index);
    }
}
