package vn.lienthong.evidence.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.evidence.Checkpoint;
import vn.lienthong.evidence.container.Consistency;
import vn.lienthong.signing.Finding;

/** Holds the checkpoints of many files against each other: one history for everybody, or a fork. */
public final class TreeCheck {
    private final Map<String, Map<Long, Checkpoint>> trees = new LinkedHashMap<>();
    private final Map<String, List<Consistency>> links = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Takes in what a file tells. Only checkpoints and proofs that hold are there. */
    public void add(Report report) {
        for (Checkpoint checkpoint : report.checkpoints()) {
            Checkpoint before = trees.computeIfAbsent(checkpoint.origin(), origin -> new TreeMap<>())
                    .putIfAbsent(checkpoint.size(), checkpoint);
            if (before != null && !Arrays.equals(before.root(), checkpoint.root())) {
                findings.add(Words.error("TREE-FORK", checkpoint.origin() + ", " + checkpoint.size()));
            }
        }
        report.links()
                .forEach(link -> links.computeIfAbsent(link.origin(), origin -> new ArrayList<>())
                        .add(link));
    }

    /** What was found between the files. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        trees.forEach((origin, checkpoints) -> {
            if (checkpoints.size() > 1 && !linked(origin, checkpoints)) {
                all.add(Words.warning("TREE-UNLINKED"));
            }
        });
        return all.stream().distinct().toList();
    }

    /** Whether nothing speaks against one common history. */
    public boolean passed() {
        return findings().stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    /** How many trees, and how many checkpoints of them, were seen. */
    public Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        trees.forEach((origin, checkpoints) -> sizes.put(origin, checkpoints.size()));
        return sizes;
    }

    /** Whether proofs tie all checkpoints of a tree into one piece. */
    private boolean linked(String origin, Map<Long, Checkpoint> checkpoints) {
        Map<Long, Long> piece = new HashMap<>();
        checkpoints.keySet().forEach(size -> piece.put(size, size));
        for (Consistency link : links.getOrDefault(origin, List.of())) {
            if (piece.containsKey(link.from()) && piece.containsKey(link.to())) {
                piece.put(head(piece, link.from()), head(piece, link.to()));
            }
        }
        return piece.keySet().stream().map(size -> head(piece, size)).distinct().count() == 1;
    }

    private static long head(Map<Long, Long> piece, long size) {
        long at = size;
        while (piece.getOrDefault(at, at) != at) {
            at = piece.getOrDefault(at, at);
        }
        return at;
    }
}
