package vn.lienthong.document;

/** A file that is kept: how long it is and what its first sender called it. */
record StoredFile(Sha256Name name, long size, String mediaType) {}
