package vn.lienthong.post.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Pages that are written from top to bottom; a new one is taken where a line finds no room. */
final class Sheets {
    @SuppressWarnings("ArgumentSelectionDefectChecker") // a sheet lying on its side
    private static final PDRectangle SIZE = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());

    private static final float MARGIN = 36;
    private static final float LEADING = 1.3f;
    private static final float PADDING = 3;

    /** How wide a line may be. */
    static final float WIDTH = SIZE.getWidth() - 2 * MARGIN;

    private final PDDocument document;
    private final Letters letters;
    private PDPageContentStream page;
    private float top;

    Sheets(PDDocument document, Letters letters) {
        this.document = document;
        this.letters = letters;
        this.page = next();
    }

    /** Leaves some room. */
    void gap(float height) {
        top -= height;
    }

    void left(String text, float size) {
        room(size * LEADING);
        write(text, MARGIN, top - size, size);
        top -= size * LEADING;
    }

    void middle(String text, float size) {
        String shown = letters.printable(text);
        room(size * LEADING);
        write(shown, MARGIN + (WIDTH - letters.width(shown, size)) / 2, top - size, size);
        top -= size * LEADING;
    }

    /** Names of those who sign, side by side, each above an empty place. */
    void sides(List<String> names, float size) {
        float part = WIDTH / Math.max(1, names.size());
        room(size * 6);
        for (int i = 0; i < names.size(); i++) {
            String shown = letters.printable(names.get(i));
            write(shown, MARGIN + part * i + (part - letters.width(shown, size)) / 2, top - size, size);
        }
        top -= size * 6;
    }

    /** Whether this row of a table still finds room. */
    boolean fits(List<List<String>> cells, float size) {
        return top - height(cells, size) >= MARGIN;
    }

    void row(List<List<String>> cells, List<Paper.Column> columns, List<Float> widths, float size) {
        float height = height(cells, size);
        float left = MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            float width = widths.get(i);
            float line = top - PADDING - size;
            for (String text : cells.get(i)) {
                float at = columns.get(i).right() ? left + width - PADDING - letters.width(text, size) : left + PADDING;
                write(text, at, line, size);
                line -= size * LEADING;
            }
            frame(left, top - height, width, height);
            left += width;
        }
        top -= height;
    }

    /** Begins a new page. */
    void turn() {
        try {
            page.close();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        page = next();
    }

    /** Ends the last page and numbers all. */
    void close(String footer) {
        try {
            page.close();
            int pages = document.getNumberOfPages();
            for (int i = 0; i < pages; i++) {
                page = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true);
                write(letters.printable(footer + " - trang " + (i + 1) + "/" + pages), MARGIN, MARGIN / 2, 7);
                page.close();
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private void room(float height) {
        if (top - height < MARGIN) {
            turn();
        }
    }

    private static float height(List<List<String>> cells, float size) {
        int most = cells.stream().mapToInt(List::size).max().orElse(1);
        return most * size * LEADING + 2 * PADDING;
    }

    private PDPageContentStream next() {
        PDPage sheet = new PDPage(SIZE);
        document.addPage(sheet);
        top = SIZE.getHeight() - MARGIN;
        try {
            return new PDPageContentStream(document, sheet, AppendMode.OVERWRITE, true);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private void write(String text, float x, float y, float size) {
        if (text.isEmpty()) {
            return;
        }
        try {
            page.beginText();
            page.setFont(letters.font(), size);
            page.newLineAtOffset(x, y);
            page.showText(text);
            page.endText();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private void frame(float x, float y, float width, float height) {
        try {
            page.setLineWidth(0.4f);
            page.addRect(x, y, width, height);
            page.stroke();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
