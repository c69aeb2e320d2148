package vn.lienthong.insurance.wire;

import java.util.List;
import java.util.Map;
import vn.lienthong.kernel.SchemaFiles;

/**
 * What social insurance calls things, from {@code schemas/contracts/<name>.yaml}: another description of the same exchange
 * needs another file, not another program.
 *
 * @param name which contract this is
 * @param version its version
 * @param source where it comes from
 * @param certainty how sure it is: {@code own}, {@code seen} or {@code official}
 * @param namespace namespace of the signed document and of the operations
 * @param soap names and path of the SOAP form
 * @param json names and paths of the JSON form
 * @param document the signed document
 * @param purposes what a procedure's result is for, by procedure code
 */
public record Contract(
        String name,
        String version,
        String source,
        Certainty certainty,
        String namespace,
        Soap soap,
        Json json,
        Document document,
        Map<String, String> purposes) {

    /** How sure a contract is. */
    public enum Certainty {
        OWN,
        SEEN,
        OFFICIAL
    }

    /** The SOAP form: a path, two operations, and the elements in them. */
    public record Soap(
            String path, String forward, String ask, String reference, String document, String code, String message) {}

    /** The JSON form: two paths, and the fields in a request and an answer. */
    public record Json(String forward, String ask, String reference, String document, String code, String message) {}

    /**
     * The signed document.
     *
     * @param root its root element
     * @param required what must be known, else nothing is sent
     * @param fields what stands in each element, in order; a slash goes one level down
     */
    public record Document(String root, List<String> required, Map<String, String> fields) {}

    /** Reads a contract; what is wrong in it stops the start. */
    public static Contract read(SchemaFiles files, String name) {
        YamlTexts root = YamlTexts.read(files, "contracts/" + name + ".yaml")
                .only("contract", "namespace", "soap", "json", "document", "purposes");
        YamlTexts head = root.below("contract", true).only("name", "version", "source", "certainty");
        YamlTexts soap =
                root.below("soap", true).only("path", "forward", "ask", "reference", "document", "code", "message");
        YamlTexts json = root.below("json", true).only("forward", "ask", "reference", "document", "code", "message");
        YamlTexts document = root.below("document", true).only("root", "required", "fields");
        Map<String, String> fields = document.below("fields", true).all();
        List<String> required = document.texts("required");
        required.stream()
                .filter(term -> !fields.containsValue(term))
                .findFirst()
                .ifPresent(term -> {
                    throw document.wrong("required", "không trường nào mang " + term, "no field holds " + term);
                });
        return new Contract(
                head.text("name"),
                head.text("version"),
                head.text("source"),
                certainty(head),
                root.text("namespace"),
                new Soap(
                        soap.text("path"),
                        soap.text("forward"),
                        soap.text("ask"),
                        soap.text("reference"),
                        soap.text("document"),
                        soap.text("code"),
                        soap.text("message")),
                new Json(
                        json.text("forward"),
                        json.text("ask"),
                        json.text("reference"),
                        json.text("document"),
                        json.text("code"),
                        json.text("message")),
                new Document(document.text("root"), required, fields),
                root.below("purposes", false).all());
    }

    private static Certainty certainty(YamlTexts head) {
        String word = head.text("certainty");
        for (Certainty known : Certainty.values()) {
            if (known.name().equalsIgnoreCase(word)) {
                return known;
            }
        }
        throw head.wrong("certainty", "phải là own, seen hoặc official", "must be own, seen or official");
    }
}
