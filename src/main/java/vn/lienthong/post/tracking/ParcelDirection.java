package vn.lienthong.post.tracking;

/** Which way a parcel goes. */
public enum ParcelDirection {
    /** A result, from the agency to the applicant. */
    RESULT,
    /** A dossier, from the applicant to the agency. */
    DOSSIER
}
