package vn.lienthong.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lienthong.access.Caller;
import vn.lienthong.kernel.Problem;
import vn.lienthong.kernel.ProblemException;

/** {@code /v1/inbox}: what waits for the calling system, in order, until it acknowledges. */
@RestController
class InboxController {
    private static final int MOST = 1000;

    private final Mailbox mailbox;

    InboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/v1/inbox")
    ResponseEntity<byte[]> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "false") boolean acknowledged,
            Caller caller,
            HttpServletRequest request) {
        String address = mailbox.of(caller);
        long from = position(after);
        int most = limit(limit);
        List<FeedItem> found = mailbox.read(address, from, most + 1, acknowledged);
        List<FeedItem> items = found.size() > most ? found.subList(0, most) : found;
        long cursor = items.isEmpty() ? from : items.getLast().position();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        if (found.size() > most) {
            String next = ServletUriComponentsBuilder.fromRequest(request)
                    .replaceQueryParam("after", cursor)
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(CloudEvents.page(items, cursor));
    }

    @PostMapping("/v1/inbox/{id}/ack")
    ResponseEntity<Void> acknowledge(@PathVariable String id, Caller caller) {
        String address = mailbox.of(caller);
        UUID item = uuid(id);
        if (item == null || !mailbox.acknowledge(address, item, caller.name())) {
            throw new ProblemException(Problem.of(
                    404, "INBOX-ITEM-NOT-FOUND", "Hộp thư không có mục này.", "There is no such item in this inbox."));
        }
        return ResponseEntity.noContent().build();
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static long position(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return 0;
        }
        if (after.length() > 18 || !after.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new ProblemException(Problem.of(
                    400,
                    "INBOX-AFTER",
                    "after phải là cursor của trang trước.",
                    "after must be the cursor of a page before."));
        }
        return Long.parseLong(after);
    }

    private static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw new ProblemException(Problem.of(
                    400, "PAGE-LIMIT", "limit phải từ 1 đến " + MOST + ".", "limit must be 1 to " + MOST + "."));
        }
        return asked;
    }
}
