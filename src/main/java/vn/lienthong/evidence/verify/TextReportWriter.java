package vn.lienthong.evidence.verify;

import java.io.PrintStream;
import vn.lienthong.evidence.Leaf;
import vn.lienthong.signing.Finding;

/** For people. */
final class TextReportWriter implements ReportWriter {
    private final PrintStream out;
    private int good;
    private int intact;
    private int bad;

    TextReportWriter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(Report report) {
        out.println(switch (report.verdict()) {
                    case GOOD -> "TỐT / GOOD  ";
                    case INTACT -> "NGUYÊN VẸN / INTACT  ";
                    case BAD -> "SAI / BAD   ";
                }
                + report.file());
        Leaf leaf = report.leaf();
        Long position = report.position();
        if (leaf != null && position != null) {
            out.println("    bản tin / message " + leaf.id() + " " + leaf.direction() + " " + leaf.channel() + " "
                    + leaf.party() + " " + leaf.at() + ", lá / leaf " + position);
        }
        if (report.signer() != null) {
            out.println("    ký bởi / signed by " + report.signer()
                    + (report.stampedAt() == null ? "" : ", dấu thời gian / time-stamp " + report.stampedAt())
                    + (report.renewedAt() == null ? "" : ", gia hạn / renewed " + report.renewedAt()));
        }
        report.findings().forEach(this::write);
        switch (report.verdict()) {
            case GOOD -> good++;
            case INTACT -> intact++;
            case BAD -> bad++;
        }
    }

    @Override
    public void end(TreeCheck trees) {
        trees.findings().forEach(this::write);
        out.println("Tổng cộng / in all: " + good + " tốt / good, " + intact + " nguyên vẹn / intact, " + bad
                + " sai / bad");
        out.println("Thu hồi chứng thư không được kiểm tra (không dùng mạng). / Revocation was not checked (offline).");
    }

    private void write(Finding finding) {
        String mark = finding.severity() == Finding.Severity.ERROR ? "  ✗ " : "  ! ";
        out.println(mark + finding.code() + ": " + finding.text().both());
    }
}
