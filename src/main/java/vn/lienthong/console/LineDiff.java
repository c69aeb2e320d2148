package vn.lienthong.console;

import java.util.ArrayList;
import java.util.List;

/** What changed from one text to the next, line by line (longest common subsequence), equal stretches shortened. */
final class LineDiff {
    private static final int AROUND = 2;
    private static final int MOST = 1500;

    private LineDiff() {}

    /** What became of a line. */
    enum Kind {
        SAME,
        GONE,
        ADDED,
        SKIPPED
    }

    /** One line of the comparison. */
    record Line(Kind kind, String text) {}

    /** From the old text to the new one; empty if they are the same. */
    static List<Line> of(List<String> before, List<String> after) {
        if (before.equals(after)) {
            return List.of();
        }
        return shortened(compared(limited(before), limited(after)));
    }

    private static List<String> limited(List<String> lines) {
        return lines.subList(0, Math.min(lines.size(), MOST));
    }

    private static List<Line> compared(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add(new Line(Kind.SAME, before.get(i++)));
                j++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Kind.GONE, before.get(i++)));
            } else {
                lines.add(new Line(Kind.ADDED, after.get(j++)));
            }
        }
        return lines;
    }

    private static List<Line> shortened(List<Line> lines) {
        List<Line> shorter = new ArrayList<>();
        int skipped = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (isNearChange(lines, i)) {
                if (skipped > 0) {
                    shorter.add(new Line(Kind.SKIPPED, Integer.toString(skipped)));
                    skipped = 0;
                }
                shorter.add(lines.get(i));
            } else {
                skipped++;
            }
        }
        if (skipped > 0) {
            shorter.add(new Line(Kind.SKIPPED, Integer.toString(skipped)));
        }
        return shorter;
    }

    private static boolean isNearChange(List<Line> lines, int at) {
        return lines.subList(Math.max(0, at - AROUND), Math.min(lines.size(), at + AROUND + 1)).stream()
                .anyMatch(line -> line.kind() != Kind.SAME);
    }
}
