package vn.lienthong.evidence.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.evidence.Checkpoint;
import vn.lienthong.evidence.Leaf;
import vn.lienthong.evidence.container.Consistency;
import vn.lienthong.signing.Finding;

/** What came of checking one file. */
public final class Report {
    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final List<Consistency> links = new ArrayList<>();
    private @Nullable Leaf leaf;
    private @Nullable Long position;
    private @Nullable String signer;
    private @Nullable Instant stampedAt;
    private RenewalCheck.@Nullable Proven proven;

    Report(String file) {
        this.file = file;
    }

    /** The file's name as it was given. */
    public String file() {
        return file;
    }

    /** All that was found. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Whether nothing speaks against it. */
    public boolean passed() {
        return findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    /** What may be said of it in one word. */
    public enum Verdict {
        /** Nothing speaks against it, and it was signed by who was expected. */
        GOOD,
        /** Nothing speaks against it; by whom it was signed, or whether its time is still proven, somebody must judge. */
        INTACT,
        /** Something speaks against it. */
        BAD
    }

    /** The findings in one word. */
    public Verdict verdict() {
        if (!passed()) {
            return Verdict.BAD;
        }
        return timeIsOpen()
                        || findings.stream().anyMatch(finding -> finding.code().equals(Words.SIGNER_NOT_NAMED))
                ? Verdict.INTACT
                : Verdict.GOOD;
    }

    /** Whether its time-stamp has outlived the certificates it stands on, so that it proves its time no more. */
    public boolean timeIsOpen() {
        return findings.stream()
                .anyMatch(finding -> finding.code().equals(Words.STAMP_ENDED)
                        || finding.code().equals(Words.RENEWED_LATE));
    }

    /** Whose message it is and when it came; none where that could not be read. */
    public @Nullable Leaf leaf() {
        return leaf;
    }

    /** The leaf's place, where it is proven. */
    public @Nullable Long position() {
        return position;
    }

    /** Who signed the checkpoint. */
    public @Nullable String signer() {
        return signer;
    }

    /** When the message existed at the latest, proven by a third party. */
    public @Nullable Instant stampedAt() {
        return stampedAt;
    }

    /** When that proof was last renewed; none where it never was. */
    public @Nullable Instant renewedAt() {
        return proven == null ? null : proven.renewedAt();
    }

    /** Until when that time is proven without another renewal; none where no time is proven. */
    public @Nullable Instant provenUntil() {
        return proven == null ? null : proven.until();
    }

    List<Checkpoint> checkpoints() {
        return checkpoints;
    }

    List<Consistency> links() {
        return links;
    }

    void add(Finding finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    void of(Leaf read) {
        leaf = read;
    }

    void at(long proven) {
        position = proven;
    }

    void proven(RenewalCheck.@Nullable Proven found) {
        proven = found;
    }

    void signedBy(@Nullable String name, @Nullable Instant when) {
        signer = name;
        stampedAt = when;
    }
}
