package vn.lienthong.post.paper;

import java.util.List;

/**
 * A paper to be printed: a heading, lines, one table, closing lines and the places where two sides sign.
 *
 * @param mottoes lines in the middle above all
 * @param title the title
 * @param lines what stands between title and table
 * @param columns the table's columns
 * @param rows its rows, a text for each column
 * @param closing what stands below the table
 * @param sides who signs, from left to right
 * @param footer what stands at the foot of each page before its number
 */
public record Paper(
        List<String> mottoes,
        String title,
        List<String> lines,
        List<Column> columns,
        List<List<String>> rows,
        List<String> closing,
        List<String> sides,
        String footer) {
    /** Keeps its own lists. */
    public Paper {
        mottoes = List.copyOf(mottoes);
        lines = List.copyOf(lines);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        closing = List.copyOf(closing);
        sides = List.copyOf(sides);
    }

    /**
     * A column.
     *
     * @param share its part of the width, compared with the others'
     * @param right whether its texts stand at its right end, as numbers do
     */
    public record Column(String title, int share, boolean right) {}
}
