package vn.lienthong.simulator.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** One national platform's twin. Faults, counting and transport are done around it. */
public interface Platform {
    /** Its id, which is also the first segment of its paths. */
    String id();

    /** Understands a call below its path, without any effect yet. */
    Visit visit(Call call);

    /** Its own control endpoints below {@code /__sim/<id>/}; nothing where it has none of that name. */
    Optional<Reply> control(Call call, List<String> rest);

    /** Its own figures. */
    void describe(ObjectNode stats);

    /** Forgets its content; faults, behaviour and sessions stay as they are set. */
    void empty();

    /** A platform that is only known by name as yet. */
    static Platform unbuilt(String id) {
        return new UnbuiltPlatform(id);
    }
}
