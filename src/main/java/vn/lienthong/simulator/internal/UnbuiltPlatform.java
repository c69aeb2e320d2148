package vn.lienthong.simulator.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Keeps a platform's place: its control calls work, its own calls say that nobody is at home. */
record UnbuiltPlatform(String id) implements Platform {
    @Override
    public Visit visit(Call call) {
        return Visit.futile(Reply.refusal(
                501, "Nền tảng “" + id + "” chưa được mô phỏng.", "Platform '" + id + "' is not simulated yet."));
    }

    @Override
    public Optional<Reply> control(Call call, List<String> rest) {
        return Optional.empty();
    }

    @Override
    public void describe(ObjectNode stats) {}

    @Override
    public void empty() {}
}
