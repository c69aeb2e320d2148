package vn.lienthong.document;

/** A result's document as it came in: checked, judged and kept on disk, but not yet part of any dossier. */
public record ReceivedDocument(String mediaType, String sha256, long size, Signatures signatures) {
    /** Whether it may go to anybody: not with a broken signature. */
    public boolean presentable() {
        return signatures.state() != Signatures.State.BROKEN;
    }
}
