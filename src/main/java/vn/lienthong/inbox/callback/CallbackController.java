package vn.lienthong.inbox.callback;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.access.Caller;
import vn.lienthong.inbox.Mailbox;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code /v1/inbox/callback}: where the caller's inbox is pushed to, and how that goes. */
@RestController
class CallbackController {
    private static final int SHOWN = 20;

    private final Callbacks callbacks;
    private final CallbackRepository rows;
    private final Mailbox mailbox;

    CallbackController(Callbacks callbacks, CallbackRepository rows, Mailbox mailbox) {
        this.callbacks = callbacks;
        this.rows = rows;
        this.mailbox = mailbox;
    }

    @PutMapping("/v1/inbox/callback")
    CallbackView put(@RequestBody CallbackWish asked, Caller caller) {
        String address = mailbox.of(caller);
        String made =
                callbacks.put(address, asked.url(), asked.secret(), caller).orElse(null);
        return view(address, made);
    }

    @GetMapping("/v1/inbox/callback")
    CallbackView show(Caller caller) {
        return view(mailbox.of(caller), null);
    }

    @DeleteMapping("/v1/inbox/callback")
    ResponseEntity<Void> remove(Caller caller) {
        callbacks.remove(mailbox.of(caller), caller);
        return ResponseEntity.noContent().build();
    }

    private CallbackView view(String address, @Nullable String secret) {
        Callback callback = rows.find(address)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        404,
                        "INBOX-CALLBACK-NOT-FOUND",
                        "Hộp thư này chưa đăng ký địa chỉ nhận.",
                        "No callback is registered for this inbox.")));
        return CallbackView.of(callback, secret, rows.pushes(address, SHOWN));
    }
}
