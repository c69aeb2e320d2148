package vn.lienthong.post.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Papers as PDF: every Vietnamese letter, long tables over many pages, nothing outside the frame. */
class PressTest {
    private static final String LETTERS =
            "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ đĐơƠưƯăĂâÂêÊôÔ ₫";

    @Test
    void hasEveryVietnameseLetter() throws IOException {
        String text = text(Press.print(paper(List.of(LETTERS), List.of(List.of("1", LETTERS)))), 1, 9);

        assertThat(text).contains(LETTERS.split(" "));
        assertThat(text).doesNotContain("?");
    }

    @Test
    void repeatsTheTablesHead_andNumbersThePages() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            rows.add(List.of(Integer.toString(i), "Dòng thứ " + i));
        }

        byte[] pdf = Press.print(paper(List.of(), rows));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            assertThat(text(pdf, pages, pages)).contains("trang " + pages + "/" + pages);
        }
        assertThat(text(pdf, 2, 2)).contains("Nội dung").contains("Chân trang - trang 2/");
        assertThat(text(pdf, 1, 99)).contains("Dòng thứ 1\n").contains("Dòng thứ 200");
    }

    @Test
    void breaksWhatIsTooLong_withoutLosingAnything() throws IOException {
        String word = "x".repeat(900);

        String text = text(Press.print(paper(List.of(), List.of(List.of("1", word)))), 1, 9);

        assertThat(text.chars().filter(c -> c == 'x').count()).isEqualTo(900);
    }

    private static Paper paper(List<String> lines, List<List<String>> rows) {
        return new Paper(
                List.of("Độc lập - Tự do - Hạnh phúc"),
                "BIÊN BẢN",
                lines,
                List.of(new Paper.Column("STT", 1, true), new Paper.Column("Nội dung", 9, false)),
                rows,
                List.of("Hết."),
                List.of("BÊN GIAO", "BÊN NHẬN"),
                "Chân trang");
    }

    private static String text(byte[] pdf, int from, int to) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            stripper.setLineSeparator("\n");
            return stripper.getText(document);
        }
    }
}
