package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Deed;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/** A call of a service: the session and the service's name stand in the body. */
final class ServiceVisit implements Visit {
    private final JsonNode body;
    private final Sessions sessions;
    private final Services services;
    private final BehaviourKnob behaviour;

    ServiceVisit(Call call, Sessions sessions, Services services, BehaviourKnob behaviour) {
        this.body = Json.read(call.body()).orElseGet(Json::object);
        this.sessions = sessions;
        this.services = services;
        this.behaviour = behaviour;
    }

    @Override
    public String service() {
        String name = ItemRules.text(body, "service");
        return services.knows(name) ? name : "other";
    }

    @Override
    public Deed admit() {
        if (!body.isObject() || body.isEmpty()) {
            return only(Verdict.malformed("nội dung không phải JSON hợp lệ"));
        }
        if (!sessions.alive(ItemRules.text(body, "session"))) {
            return only(Verdict.SESSION_OVER);
        }
        if (ItemRules.text(body, "madonvi").isEmpty()) {
            return only(Verdict.malformed("thiếu madonvi"));
        }
        return () -> services.serve(ItemRules.text(body, "service"), body);
    }

    private Deed only(Verdict verdict) {
        return () -> new Answer(verdict, behaviour.now()).reply();
    }

    @Override
    public Optional<Reply> expire() {
        sessions.end(ItemRules.text(body, "session"));
        return Optional.of(new Answer(Verdict.SESSION_OVER, behaviour.now()).reply());
    }
}
