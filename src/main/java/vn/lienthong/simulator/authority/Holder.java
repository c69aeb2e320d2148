package vn.lienthong.simulator.authority;

import java.util.Arrays;
import java.util.List;

/** Everybody who holds a key of the sample authority, and what the certificate says about them. */
enum Holder {
    ROOT("root", "CN=MẪU - SAMPLE Root CA, O=Liên Thông - MẪU - SAMPLE, C=VN", KeyAlgorithm.RSA),
    ISSUER("issuing-ca", "CN=MẪU - SAMPLE Issuing CA, O=Liên Thông - MẪU - SAMPLE, C=VN", KeyAlgorithm.RSA),
    TIME_STAMPS("tsa", "CN=MẪU - SAMPLE Time-stamp authority, O=Liên Thông - MẪU - SAMPLE, C=VN", KeyAlgorithm.RSA),
    REVOCATION("ocsp", "CN=MẪU - SAMPLE OCSP responder, O=Liên Thông - MẪU - SAMPLE, C=VN", KeyAlgorithm.RSA),
    AGENCY("agency-seal", Holder.AGENCY_NAME, KeyAlgorithm.RSA),
    AGENCY_EC("agency-seal-ec", Holder.AGENCY_NAME, KeyAlgorithm.EC),
    OFFICER("officer", Holder.OFFICER_NAME, KeyAlgorithm.RSA),
    OFFICER_EC("officer-ec", Holder.OFFICER_NAME, KeyAlgorithm.EC);

    private static final String AGENCY_NAME =
            "CN=Ủy ban nhân dân phường Mẫu (MẪU - SAMPLE), OU=H15.24133, O=Liên Thông - MẪU - SAMPLE, C=VN";
    private static final String OFFICER_NAME =
            "CN=Nguyễn Thị Mẫu (MẪU - SAMPLE), OU=Phường Mẫu, O=Liên Thông - MẪU - SAMPLE, C=VN";

    private final String file;
    private final String subject;
    private final KeyAlgorithm algorithm;

    Holder(String file, String subject, KeyAlgorithm algorithm) {
        this.file = file;
        this.subject = subject;
        this.algorithm = algorithm;
    }

    String file() {
        return file;
    }

    String subject() {
        return subject;
    }

    KeyAlgorithm algorithm() {
        return algorithm;
    }

    Holder issuer() {
        return this == ROOT || this == ISSUER ? ROOT : ISSUER;
    }

    /** Those who sign documents, and not on behalf of the authority. */
    boolean signsDocuments() {
        return compareTo(REVOCATION) > 0;
    }

    static List<Holder> all() {
        return Arrays.asList(values());
    }
}
