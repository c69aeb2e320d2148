package vn.lienthong.simulator.authority;

/** Kinds of keys, with how they sign. */
enum KeyAlgorithm {
    RSA("RSA", "SHA256withRSA"),
    EC("EC", "SHA256withECDSA");

    private final String key;
    private final String signature;

    KeyAlgorithm(String key, String signature) {
        this.key = key;
        this.signature = signature;
    }

    String key() {
        return key;
    }

    String signature() {
        return signature;
    }
}
