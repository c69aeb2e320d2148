package vn.lienthong.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.evidence.EvidenceExport.Packed;
import vn.lienthong.signing.SampleStamps;

/** Containers as the gateway hands them out. */
public final class SampleContainers {
    private SampleContainers() {}

    /**
     * {@code first} and {@code second} share a checkpoint, {@code later} has a later one of the same tree, {@code chain} ties
     * both together, {@code forked} comes from a rewritten history of the same tree.
     */
    public static Map<String, byte[]> made() {
        Map<String, byte[]> made = new LinkedHashMap<>();
        try (SampleStamps stamps = SampleStamps.start()) {
            EvidenceWorld world = new EvidenceWorld(stamps.url());
            Message first = world.kept("{\"number\":1}");
            Message second = world.kept("<so>2</so>");
            world.round();
            made.put("first", world.container(first));
            made.put("second", world.container(second));
            Message later = world.kept("{\"number\":3}");
            world.round();
            made.put("later", world.container(later));
            made.put("chain", ((Packed.Container) world.export.checkpoints(List.of(2L, 77L))).bytes());

            EvidenceWorld forked = new EvidenceWorld(stamps.url());
            forked.jdbc.update(
                    "update evidence_tree set origin = ?", world.tree.state().origin());
            Message other = forked.kept("{\"number\":4}");
            forked.keep(1);
            forked.round();
            made.put("forked", forked.container(other));
        }
        return made;
    }

    /** So many containers of different messages, a new checkpoint each time so many are kept. */
    public static List<byte[]> many(int count, int perCheckpoint) {
        try (SampleStamps stamps = SampleStamps.start()) {
            EvidenceWorld world = new EvidenceWorld(stamps.url());
            List<byte[]> all = new java.util.ArrayList<>();
            List<Message> open = new java.util.ArrayList<>();
            for (int i = 1; i <= count; i++) {
                open.add(world.kept("{\"number\":" + i + ",\"note\":\"" + "x".repeat(2000) + "\"}"));
                if (i % perCheckpoint == 0 || i == count) {
                    world.round();
                    open.forEach(message -> all.add(world.container(message)));
                    open.clear();
                }
            }
            return all;
        }
    }
}
