package vn.lienthong.post.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Prints papers as PDF, A4 across. */
public final class Press {
    private static final float TITLE = 14;
    private static final float TEXT = 10;
    private static final float CELL = 8;
    private static final float PADDING = 3;

    private Press() {}

    /** The paper as a PDF. */
    public static byte[] print(Paper paper) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle(paper.title());
            Letters letters = new Letters(document);
            Sheets sheets = new Sheets(document, letters);
            for (String motto : paper.mottoes()) {
                sheets.middle(motto, TEXT);
            }
            sheets.gap(8);
            sheets.middle(paper.title(), TITLE);
            sheets.gap(6);
            paper.lines().forEach(line -> text(sheets, letters, line));
            sheets.gap(4);
            table(sheets, letters, paper);
            sheets.gap(8);
            paper.closing().forEach(line -> text(sheets, letters, line));
            sheets.gap(12);
            sheets.sides(paper.sides(), TEXT);
            sheets.close(paper.footer());
            document.save(out);
            return out.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static void text(Sheets sheets, Letters letters, String line) {
        letters.lines(line, TEXT, Sheets.WIDTH).forEach(part -> sheets.left(part, TEXT));
    }

    private static void table(Sheets sheets, Letters letters, Paper paper) {
        List<Paper.Column> columns = paper.columns();
        float shares = columns.stream().mapToInt(Paper.Column::share).sum();
        List<Float> widths = columns.stream()
                .map(column -> Sheets.WIDTH * column.share() / shares)
                .toList();
        List<List<String>> head =
                cells(letters, columns.stream().map(Paper.Column::title).toList(), widths);
        sheets.row(head, columns, widths, CELL);
        for (List<String> row : paper.rows()) {
            List<List<String>> cells = cells(letters, row, widths);
            if (!sheets.fits(cells, CELL)) {
                sheets.turn();
                sheets.row(head, columns, widths, CELL);
            }
            sheets.row(cells, columns, widths, CELL);
        }
    }

    private static List<List<String>> cells(Letters letters, List<String> row, List<Float> widths) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            cells.add(letters.lines(row.get(i), CELL, widths.get(i) - 2 * PADDING));
        }
        return cells;
    }
}
