package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the portal counts.
 *
 * @param creates first full items
 * @param updates later full items
 * @param progress steps
 * @param duplicates identical repeats: a full item equal to its dossier's last one, refused create or accepted update
 *     alike, and a step its dossier already has; none of them is an effect
 * @param outOfOrder effects older than one shown before for their dossier
 */
record Figures(long creates, long updates, long progress, long duplicates, long outOfOrder) {
    static final Figures NONE = new Figures(0, 0, 0, 0, 0);

    Figures plus(Effect effect) {
        return new Figures(
                creates + (effect.isCreate() ? 1 : 0),
                updates + (effect.isStep() || effect.isCreate() ? 0 : 1),
                progress + (effect.isStep() ? 1 : 0),
                duplicates,
                outOfOrder + (effect.outOfOrder() ? 1 : 0));
    }

    Figures plusDuplicates(int more) {
        return new Figures(creates, updates, progress, duplicates + more, outOfOrder);
    }

    long effects() {
        return creates + updates + progress;
    }

    void describe(ObjectNode stats) {
        stats.put("creates", creates).put("updates", updates).put("progress", progress);
        stats.put("duplicates", duplicates).put("outOfOrder", outOfOrder);
    }
}
