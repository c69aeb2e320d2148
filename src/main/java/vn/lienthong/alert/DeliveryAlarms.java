package vn.lienthong.alert;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.delivery.Backlog;
import vn.lienthong.delivery.BacklogGroup;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.delivery.Reason;
import vn.lienthong.kernel.Bilingual;

/** Deliveries that stand before a person, one alarm for each partner and reason; and partners for whom all wait too long. */
@Component
class DeliveryAlarms implements AlarmSource {
    private static final Bilingual LOOK = new Bilingual(
            "Mở danh sách, đọc lý do, rồi gửi lại hoặc đánh dấu đã xong.",
            "Open the list, read the reason, then send again or mark done.");
    private static final Bilingual WAITS = new Bilingual(
            "Không mất gì: việc gửi tự đi tiếp khi hệ thống nhận trả lời. Kiểm tra kết nối tới nơi nhận.",
            "Nothing is lost: deliveries go on by themselves once the receiver answers. Check the way to it.");

    private final Backlog backlog;
    private final AlertProperties settings;

    DeliveryAlarms(Backlog backlog, AlertProperties settings) {
        this.backlog = backlog;
        this.settings = settings;
    }

    @Override
    public List<Alarm> now() {
        return of(backlog.now().groups());
    }

    List<Alarm> of(List<BacklogGroup> groups) {
        Map<String, Alarm> found = new LinkedHashMap<>();
        for (BacklogGroup group : groups) {
            if (group.needsPerson()) {
                Alarm alarm = stopped(group);
                found.merge(alarm.cause(), alarm, DeliveryAlarms::together);
            } else if (group.oldest().compareTo(settings.longestWait()) > 0) {
                Alarm alarm = late(group);
                found.merge(alarm.cause(), alarm, DeliveryAlarms::together);
            }
        }
        return List.copyOf(found.values());
    }

    private static Alarm stopped(BacklogGroup group) {
        String code = String.valueOf(group.reason());
        Reason reason = group.reason() == null ? null : Reason.ofCode(group.reason());
        Bilingual why = reason == null ? new Bilingual(code, code) : reason.text();
        return new Alarm(
                "delivery:" + group.partner() + ":" + group.state() + ":" + code,
                false,
                new Bilingual(
                        "Việc gửi tới " + group.partner() + " dừng lại, cần người xem (" + code + "): " + why.vi(),
                        "Deliveries to " + group.partner() + " stopped and need a person (" + code + "): " + why.en()),
                LOOK,
                group.number(),
                list(group.partner(), group.state(), group.reason()));
    }

    private Alarm late(BacklogGroup group) {
        Duration limit = settings.longestWait();
        return new Alarm(
                "waiting:" + group.partner(),
                false,
                new Bilingual(
                        "Việc gửi tới " + group.partner() + " chờ quá " + limit.toMinutes() + " phút.",
                        "Deliveries to " + group.partner() + " have been waiting for more than " + limit.toMinutes()
                                + " minutes."),
                WAITS,
                group.number(),
                "/deliveries?partner=" + group.partner());
    }

    private static Alarm together(Alarm one, Alarm other) {
        return new Alarm(one.cause(), one.local(), one.what(), one.advice(), one.count() + other.count(), one.page());
    }

    private static String list(String partner, DeliveryState state, @org.jspecify.annotations.Nullable String reason) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath("/deliveries")
                .queryParam("partner", partner)
                .queryParam("state", state);
        if (reason != null) {
            page.queryParam("reason", reason);
        }
        return page.encode().toUriString();
    }
}
