package vn.lienthong.simulator.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The endpoints under {@code /__sim}: look at the twins and turn their knobs. No fault ever touches them. */
final class ControlDesk {
    static final String PATH = "__sim";

    private final Twins twins;

    ControlDesk(Twins twins) {
        this.twins = twins;
    }

    Reply answer(Call call) {
        List<String> path = call.path();
        if (path.size() < 2) {
            return index();
        }
        Optional<Platform> platform = twins.platform(path.get(1));
        if (platform.isEmpty()) {
            String ids = String.join(", ", twins.ids());
            return Reply.refusal(404, "Không có nền tảng này; có: " + ids, "No such platform; there are: " + ids);
        }
        return desk(call, platform.get(), path.subList(2, path.size()));
    }

    private Reply desk(Call call, Platform platform, List<String> rest) {
        String endpoint = String.join("/", rest);
        return switch (call.method() + " /" + endpoint) {
            case "DELETE /" -> empty(platform);
            case "GET /stats" -> stats(platform);
            case "GET /faults" ->
                Reply.json(200, twins.faults().of(platform.id()).write());
            case "PUT /faults" -> fault(call, platform);
            default ->
                platform.control(call, rest)
                        .orElseGet(() -> Reply.refusal(
                                404, "Không có lệnh điều khiển này.", "There is no such control endpoint."));
        };
    }

    private Reply empty(Platform platform) {
        platform.empty();
        twins.calls().empty(platform.id());
        return Reply.json(200, Json.object().put("emptied", platform.id()));
    }

    private Reply stats(Platform platform) {
        ObjectNode stats = Json.object();
        platform.describe(stats);
        twins.calls().describe(platform.id(), stats);
        return Reply.json(200, stats);
    }

    private Reply fault(Call call, Platform platform) {
        return Reading.body(call, Fault::read).answer(fault -> {
            twins.faults().set(platform.id(), fault);
            return Reply.json(200, fault.write());
        });
    }

    private Reply index() {
        ObjectNode index = Json.object();
        twins.ids().forEach(index.putArray("platforms")::add);
        index.putArray("endpoints")
                .add("GET /__sim/{platform}/stats")
                .add("GET|PUT /__sim/{platform}/faults")
                .add("DELETE /__sim/{platform}")
                .add("GET|PUT /__sim/portal/behaviour")
                .add("GET|PUT /__sim/tsa/behaviour")
                .add("GET|PUT /__sim/ocsp/behaviour")
                .add("GET /__sim/portal/dossiers?after=&limit=")
                .add("GET /__sim/portal/dossiers/{MaHoSo}")
                .add("GET /__sim/portal/history?after=&limit=&full=")
                .add("GET|PUT /__sim/post/behaviour")
                .add("GET /__sim/post/orders")
                .add("GET /__sim/post/orders/{OrderNumber}")
                .add("POST /__sim/post/orders/{OrderNumber}/events")
                .add("GET /__sim/population/people")
                .add("GET|PUT /__sim/population/people/{personalId}")
                .add("GET|PUT /__sim/civil-status/behaviour")
                .add("GET /__sim/civil-status/registrations")
                .add("PUT /__sim/civil-status/registrations/{maHoSoMCDT}")
                .add("GET|PUT /__sim/ministry/behaviour")
                .add("GET /__sim/ministry/dossiers/{number}")
                .add("GET|PUT /__sim/insurance/behaviour")
                .add("GET /__sim/insurance/results");
        index.put("faultModes", Mode.words());
        return Reply.json(200, index);
    }
}
