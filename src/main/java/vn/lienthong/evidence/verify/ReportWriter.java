package vn.lienthong.evidence.verify;

/** Tells what was found. */
interface ReportWriter {
    /** About one file, as soon as it is checked. */
    void write(Report report);

    /** About all of them together. */
    void end(TreeCheck trees);
}
