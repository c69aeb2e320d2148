package vn.lienthong.civilstatus.wire;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/**
 * What the platform calls things, from {@code schemas/contracts/<name>.yaml}: what turns out otherwise needs another file, not
 * another program.
 *
 * @param contract which contract this is, where it comes from and how sure it is
 * @param token path of the sign-in (client credentials)
 * @param time how its times are written
 * @param push handing a dossier over
 * @param ask reading dossiers back
 * @param modules what is registered, by the platform's name of it
 */
public record Contract(Head contract, String token, String time, Push push, Ask ask, Map<String, Module> modules) {
    /** Name, version, source, and {@code own}, {@code seen} or {@code official}. */
    public record Head(String name, String version, String source, Certainty certainty) {}

    /** How sure a contract is. */
    public enum Certainty {
        OWN,
        SEEN,
        OFFICIAL
    }

    /**
     * The call that hands over.
     *
     * @param head fields of the body and what stands in them
     * @param data the field that holds the form, as a text of JSON
     * @param verbatim the part of a dossier's {@code national} that goes into the form as it is
     * @param status field that says {@code good} where it went well
     */
    public record Push(
            String path,
            Map<String, String> head,
            String data,
            String verbatim,
            String status,
            String good,
            String code,
            String words) {}

    /**
     * The call that reads back.
     *
     * @param most so many dossiers in one call
     * @param ids field that lists the dossiers asked for
     * @param items field of the answer that lists them, each with the fields that follow
     * @param steps what its states mean
     */
    public record Ask(
            String path,
            int most,
            String ids,
            String province,
            String module,
            String status,
            String good,
            String items,
            String id,
            String state,
            String at,
            String words,
            String result,
            Map<String, Step> steps) {}

    /** A state that it tells. */
    public enum Step {
        RECEIVED,
        SUPPLEMENT,
        ELIGIBLE,
        FINISHED,
        REFUSED
    }

    /**
     * One kind of registration.
     *
     * @param procedures codes of the procedures that lead to it
     * @param form fields of the form and what stands in them
     * @param facts what its result tells, and the field that holds it
     * @param required facts without which a result is none
     * @param shapes how some facts must look
     * @param certificate the paper that comes with its result
     */
    public record Module(
            List<String> procedures,
            Map<String, String> form,
            Map<String, String> facts,
            List<String> required,
            Map<String, String> shapes,
            Certificate certificate) {}

    /**
     * A paper inside a result.
     *
     * @param data the field that holds it, in base64
     * @param code the field that holds its code in the procedure's list of results
     * @param title what it is called
     */
    public record Certificate(String data, String code, String title) {}

    /** Reads a contract; what is wrong in it stops the start. */
    public static Contract read(SchemaFiles files, String name) {
        String file = "contracts/" + name + ".yaml";
        Contract read = Tables.read(files, file, Contract.class);
        read.modules.forEach((id, module) -> {
            if (!module.facts().keySet().containsAll(module.required())
                    || !module.facts().keySet().containsAll(module.shapes().keySet())) {
                throw wrong(file, id + ": required, shapes");
            }
        });
        try {
            Objects.requireNonNull(read.times());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw wrong(file, "time: " + read.time);
        }
        return read;
    }

    /** How its times are written. */
    public DateTimeFormatter times() {
        return DateTimeFormatter.ofPattern(time);
    }

    /** The kind of registration that a procedure leads to. */
    public Optional<String> moduleOf(String procedure) {
        return modules.entrySet().stream()
                .filter(module -> module.getValue().procedures().contains(procedure))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static StartRefused wrong(String file, String what) {
        return new StartRefused("Tệp " + file + " sai: " + what, file + " is wrong: " + what);
    }
}
