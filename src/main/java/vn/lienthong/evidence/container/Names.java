package vn.lienthong.evidence.container;

/** What the files of a container are called. */
public final class Names {
    public static final String MIMETYPE = "mimetype";
    public static final String MANIFEST = "META-INF/ASiCManifest001.xml";
    public static final String SIGNATURE = "META-INF/signature001.p7s";
    public static final String LEAF = "leaf.txt";
    public static final String INCLUSION = "inclusion.txt";

    /** What a container says of itself. */
    public static final String TYPE = "application/vnd.etsi.asic-e+zip";

    private static final String MESSAGE = "message.";

    private Names() {}

    /** The message, with the ending its first byte suggests. */
    public static String message(byte[] bytes) {
        int first = 0;
        while (first < bytes.length && Character.isWhitespace(bytes[first])) {
            first++;
        }
        if (first == bytes.length) {
            return MESSAGE + "bin";
        }
        return MESSAGE
                + switch (bytes[first]) {
                    case '{', '[' -> "json";
                    case '<' -> "xml";
                    default -> "bin";
                };
    }

    /** Whether this is the message. */
    public static boolean isMessage(String name) {
        return name.startsWith(MESSAGE);
    }

    /** The checkpoint of this size. */
    public static String checkpoint(long size) {
        return "checkpoint-" + size + ".txt";
    }

    /** Its signature. */
    public static String checkpointSignature(long size) {
        return "checkpoint-" + size + ".p7s";
    }

    /** The list, the n-th from 1, by which this checkpoint was renewed. */
    public static String renewal(long size, int place) {
        return "renewal-" + size + "-" + place + ".txt";
    }

    /** The time-stamp over that list. */
    public static String renewalStamp(long size, int place) {
        return "renewal-" + size + "-" + place + ".tst";
    }

    /** What ties two checkpoints together. */
    public static String consistency(long from, long to) {
        return "consistency-" + from + "-" + to + ".txt";
    }
}
