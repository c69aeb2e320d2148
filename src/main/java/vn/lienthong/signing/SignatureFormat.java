package vn.lienthong.signing;

/** The forms a signature is given (ETSI EN 319 122, 132, 142, 162). */
public enum SignatureFormat {
    /** A {@code .p7s} beside the content, for anything. */
    CADES_DETACHED,
    /** A {@code .p7m} that holds the content. */
    CADES_ENVELOPING,
    /** Inside the XML document it signs. */
    XADES_ENVELOPED,
    /** Inside the PDF it signs. */
    PADES,
    /** A container of files with a signature over all of them. */
    ASIC_E
}
