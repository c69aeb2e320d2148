package vn.lienthong.evidence.container;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import vn.lienthong.signing.Content;
import vn.lienthong.signing.SignatureFormat;
import vn.lienthong.signing.SignatureLevel;
import vn.lienthong.signing.Signer;
import vn.lienthong.signing.SigningOutcome;
import vn.lienthong.signing.SigningRequest;

/** What a forger does to containers. */
public final class Forging {
    private Forging() {}

    /** The files of a container. */
    public static Map<String, byte[]> files(byte[] container) {
        return new LinkedHashMap<>(StrictZip.read(container).files());
    }

    /** The container with its files changed and nothing else mended. */
    public static byte[] repacked(byte[] container, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> files = files(container);
        change.accept(files);
        return ContainerWriter.zip(files);
    }

    /** The container with its files changed, the list of files made and signed anew. */
    public static byte[] resigned(byte[] container, Signer signer, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> files = files(container);
        files.keySet().removeAll(java.util.List.of(Names.MIMETYPE, Names.MANIFEST, Names.SIGNATURE));
        change.accept(files);
        ContainerWriter writer = new ContainerWriter();
        files.forEach(writer::add);
        return writer.seal(signature(signer, writer.manifest()));
    }

    /** The list of these files. */
    public static byte[] manifest(Map<String, byte[]> files) {
        Map<String, byte[]> listed = new LinkedHashMap<>(files);
        listed.keySet().removeAll(java.util.List.of(Names.MIMETYPE, Names.MANIFEST, Names.SIGNATURE));
        return Manifest.of(listed);
    }

    /** A detached signature without time-stamp. */
    public static byte[] signature(Signer signer, byte[] content) {
        SigningOutcome outcome = signer.sign(SigningRequest.of(
                "gateway", SignatureFormat.CADES_DETACHED, SignatureLevel.B, new Content("content", content)));
        return ((SigningOutcome.Signed) outcome).bytes();
    }
}
