package vn.lienthong.simulator.internal.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.lienthong.simulator.internal.Json;

/**
 * How it is set.
 *
 * @param page whole, shortened, reordered or repeated
 * @param skipped so many first rows of the feed of attempts are gone
 * @param repeats whether a repeated order number is {@code known} or refused as {@code error}
 */
record Habit(String page, int skipped, String repeats) {
    ObjectNode write() {
        return Json.object().put("page", page).put("skipped", skipped).put("repeats", repeats);
    }
}
