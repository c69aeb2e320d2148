package vn.lienthong.simulator.internal.population;

import java.util.Optional;
import vn.lienthong.simulator.internal.Call;
import vn.lienthong.simulator.internal.Deed;
import vn.lienthong.simulator.internal.Reply;
import vn.lienthong.simulator.internal.Visit;

/** One question at the register's door. */
record QuestionVisit(Call call, Asked asked, Form form, Questions questions, Headers headers) implements Visit {
    @Override
    public String service() {
        return switch (asked.operation()) {
            case Asked.LOOK_UP, Asked.VERIFY -> asked.operation();
            default -> "other";
        };
    }

    @Override
    public Deed admit() {
        Optional<String> fault = headers.fault(call);
        return fault.<Deed>map(words -> () -> unauthorised(words)).orElse(() -> questions.answer(asked, form));
    }

    @Override
    public Optional<Reply> expire() {
        return headers.end(call) ? Optional.of(unauthorised("Mã truy cập đã hết hạn")) : Optional.empty();
    }

    private static Reply unauthorised(String words) {
        return Reply.refusal(401, words, "The headers do not sign in.");
    }
}
