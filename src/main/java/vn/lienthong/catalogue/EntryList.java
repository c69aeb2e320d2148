package vn.lienthong.catalogue;

/** The lists of the catalogue that a partner tells. */
enum EntryList {
    PROCEDURE,
    AGENCY
}
