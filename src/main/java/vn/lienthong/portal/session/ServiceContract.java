package vn.lienthong.portal.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a partner that speaks the session pattern calls things, from {@code schemas/contracts/<partner>.yaml}: one more such
 * partner needs files, not another program.
 *
 * @param head which contract this is, where it comes from and how sure it is
 * @param signIn names in the sign-in call
 * @param envelope names around what a call brings
 * @param kinds how each kind of delivery goes there
 * @param question how it is asked what it holds; empty where it cannot be asked
 */
public record ServiceContract(
        Head head, SignInNames signIn, Envelope envelope, Map<String, Kind> kinds, Optional<Question> question) {

    /** Name, version, source, and {@code own}, {@code seen} or {@code official}. */
    public record Head(String name, String version, String source, Certainty certainty) {}

    /** How sure a contract is. */
    public enum Certainty {
        OWN,
        SEEN,
        OFFICIAL
    }

    /** Fields of the sign-in: user name and password as sent, the session as answered. */
    public record SignInNames(String username, String password, String session) {}

    /** How items lie in a call. */
    public enum Shape {
        /** A list of any number. */
        LIST,
        /** One object. */
        SINGLE,
        /** The fields of one object, beside those of the envelope. */
        FLAT
    }

    /** A service and what stands in each of its calls beside the data. */
    public record Service(String name, Map<String, String> with) {
        /** Keeps the order. */
        public Service {
            with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
        }
    }

    /** One kind of delivery: the service for a dossier that is new there, that for one it holds, and the form. */
    public record Kind(Service create, Service update, ItemForm form) {}

    /** How this kind goes there; fails on one that the start would have refused. */
    public Kind kind(String name) {
        Kind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("The contract " + head.name() + " says nothing about " + name);
        }
        return kind;
    }

    /** What stands before the data of a call, without the session. */
    public ObjectNode call(String unit, Service service) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        String field = envelope.unit();
        if (field != null) {
            call.put(field, unit);
        }
        call.put(envelope.service(), service.name());
        service.with().forEach(call::put);
        return call;
    }
}
