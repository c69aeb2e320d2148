package vn.lienthong.console;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A picture of figures hour by hour, drawn on the server. All bars are one path and the line beside them another: a week of
 * single bars would weigh more than the page around it.
 *
 * @param id names the texts and the place on the page
 * @param bars the path of the bars
 * @param line the path of the line, empty where the picture has none
 * @param up marks beside the picture, {@code along} below it
 * @param empty whether there is nothing to draw
 */
record Chart(String id, String bars, String line, List<Mark> up, List<Mark> along, boolean empty) {
    static final int WIDTH = 744;
    static final int HEIGHT = 200;
    static final int LEFT = 64;
    static final int BOTTOM = 172;
    private static final int TOP = 12;
    private static final int PLOT = 672;

    /** A word beside or below the picture. */
    record Mark(int at, String text) {}

    /** The figures of an hour: the bar, and the point of the line; null where nothing is known. */
    record Column(
            String label, @Nullable Double bar, @Nullable Double line) {}

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    public int left() {
        return LEFT;
    }

    public int bottom() {
        return BOTTOM;
    }

    /**
     * Draws these columns.
     *
     * @param most what the whole height stands for
     * @param words what a height means
     * @param everyLabel how many columns share a mark below
     */
    static Chart of(String id, List<Column> columns, double most, DoubleFunction<String> words, int everyLabel) {
        int step = PLOT / Math.max(1, columns.size());
        StringBuilder bars = new StringBuilder();
        StringBuilder line = new StringBuilder();
        boolean broken = true;
        for (int i = 0; i < columns.size(); i++) {
            Double bar = columns.get(i).bar();
            if (bar != null && bar > 0) {
                int high = Math.max(1, height(bar, most));
                int wide = step > 6 ? step - 3 : step - 1;
                bars.append(String.format(Locale.ROOT, "M%d %dv-%dh%dv%dz", LEFT + i * step, BOTTOM, high, wide, high));
            }
            Double point = columns.get(i).line();
            if (point != null) {
                line.append(String.format(
                        Locale.ROOT,
                        "%s%d %d",
                        broken ? "M" : "L",
                        LEFT + i * step + step / 2,
                        BOTTOM - height(point, most)));
            }
            broken = point == null;
        }
        List<Mark> up = List.of(
                new Mark(BOTTOM, words.apply(0)),
                new Mark(BOTTOM - height(most / 2, most), words.apply(most / 2)),
                new Mark(BOTTOM - height(most, most), words.apply(most)));
        List<Mark> along = java.util.stream.IntStream.range(0, columns.size())
                .filter(i -> i % everyLabel == 0)
                .mapToObj(i -> new Mark(LEFT + i * step, columns.get(i).label()))
                .toList();
        return new Chart(
                id,
                bars.toString(),
                line.toString(),
                up,
                along,
                columns.stream().allMatch(column -> column.bar() == null && column.line() == null));
    }

    /** A round number that nothing exceeds, whose half is a whole number. */
    static double roundAbove(double highest) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, highest))));
        for (int times : List.of(1, 2, 4, 6)) {
            if (times * power >= highest && times * power >= 2) {
                return times * power;
            }
        }
        return 10 * power;
    }

    private static int height(double value, double most) {
        return (int) Math.round(Math.min(value, most) / most * (BOTTOM - TOP));
    }
}
