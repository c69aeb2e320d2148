package vn.lienthong.simulator.internal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Deed;
import vn.lienthong.simulator.internal.Json;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/** A login: any user name with any password opens a session, and ends the one the account had. */
record LoginVisit(Call call, Sessions sessions, BehaviourKnob behaviour) implements Visit {
    @Override
    public String service() {
        return Service.LOGIN;
    }

    @Override
    public Deed admit() {
        return () -> {
            JsonNode body = Json.read(call.body()).orElseGet(Json::object);
            String account = ItemRules.text(body, "username");
            if (account.isEmpty() || !body.path("password").isValueNode()) {
                Verdict verdict = Verdict.malformed("thiếu username hoặc password");
                return new Answer(verdict, behaviour.now()).reply();
            }
            return new Answer(Verdict.SUCCESS, behaviour.now())
                    .field("session", sessions.open(account))
                    .reply();
        };
    }

    @Override
    public Optional<Reply> expire() {
        return Optional.empty();
    }
}
