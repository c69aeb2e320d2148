package vn.lienthong.signing;

import java.net.URI;

/**
 * What people see of a signature in a PDF: who signed and when, and a QR code.
 *
 * @param verificationPage where the QR code leads: a page that verifies the document
 */
public record VisibleBlock(URI verificationPage) {}
