package vn.lienthong.insurance.wire;

/** A way to speak to social insurance. Every call is one request on the wire, never more. */
public interface Line {
    /** Hands a signed document over. */
    Said forward(Call call, byte[] document);

    /** Asks what became of one; has no effect there. */
    Said ask(Call call);
}
