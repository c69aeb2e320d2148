package vn.lienthong.crash;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing a one-stop system tells.
 *
 * @param place its place among the tellings of its dossier, from 1
 * @param step a processing step, else a full state
 * @param mark words found in no other telling, and kept in what the portal receives
 * @param body what is sent, every time the same
 * @param key the Idempotency-Key; empty for callers that send none
 */
record Telling(String dossier, int place, boolean step, String mark, ObjectNode body, String key) {
    String status() {
        return body.path("status").asText();
    }
}
