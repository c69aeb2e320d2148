package vn.lienthong.console;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.flow.PartnerFlow;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.partner.Partners;

/** What is broken or held back now, with what goes on all the same: the page of troubles, live. */
@Component
class Troubles {
    private final HealthEndpoint health;
    private final Partners partners;
    private final PartnerFlow flow;

    Troubles(HealthEndpoint health, Partners partners, PartnerFlow flow) {
        this.health = health;
        this.partners = partners;
        this.flow = flow;
    }

    /** One trouble: what, and what it means. */
    record Trouble(String what, String meaning) {}

    /** All of them; empty on a good day. */
    List<Trouble> now(Desk desk) {
        List<Trouble> found = new ArrayList<>();
        partners.all().keySet().forEach(partner -> {
            flow.hold(partner)
                    .ifPresent(hold ->
                            found.add(new Trouble(partner, desk.say(hold.cause().text()) + " " + desk.say(GOES_ON))));
            if (partners.breaker(partner).getState() != CircuitBreaker.State.CLOSED) {
                found.add(new Trouble(partner, desk.say(BREAKER) + " " + desk.say(GOES_ON)));
            }
        });
        if (health.health() instanceof CompositeHealth whole) {
            whole.getComponents().forEach((name, part) -> add(name, part, desk, found));
        }
        return found;
    }

    private static void add(String name, HealthComponent part, Desk desk, List<Trouble> found) {
        if (Status.UP.equals(part.getStatus()) || Status.UNKNOWN.equals(part.getStatus())) {
            return;
        }
        found.add(new Trouble(
                name,
                desk.say(
                        switch (name) {
                            case "db" -> DATABASE;
                            case "diskSpace" -> DISK;
                            case "routes" -> ROUTES;
                            case "certificate" -> CERTIFICATE;
                            default -> OTHER;
                        })));
    }

    private static final Bilingual GOES_ON = new Bilingual(
            "Vẫn nhận hồ sơ bình thường; việc gửi tới nơi này chờ, không mất.",
            "Dossiers are taken in as always; deliveries to this partner wait, none is lost.");
    private static final Bilingual BREAKER = new Bilingual(
            "Hệ thống nhận lỗi liên tiếp; mỗi lúc chỉ thử một việc cho tới khi nó trả lời.",
            "The receiving system keeps failing; one delivery at a time is tried until it answers.");
    private static final Bilingual DATABASE = new Bilingual(
            "Cơ sở dữ liệu không trả lời: tạm ngừng nhận (503), điều đã trả lời 202 không mất.",
            "The database does not answer: intake pauses (503), what was answered 202 is safe.");
    private static final Bilingual DISK = new Bilingual(
            "Đĩa gần hết: gửi nốt việc đang chờ, sắp ngừng nhận. Hãy giải phóng đĩa.",
            "The disk is nearly full: what waits is still sent, intake will stop soon. Free some disk.");
    private static final Bilingual ROUTES = new Bilingual(
            "Có tuyến không chạy: việc của tuyến ấy chờ. Xem trang Đối tác và luồng.",
            "A flow does not run: its deliveries wait. See the page of partners and flows.");
    private static final Bilingual CERTIFICATE = new Bilingual(
            "Có chứng thư đã hoặc sắp hết hạn trong 7 ngày; nhật ký và trang kiểm tra nói chứng thư nào, dừng gì, cần làm gì.",
            "A certificate has ended or will within 7 days; the log and the doctor's page say which, what stops, what to do.");
    private static final Bilingual OTHER =
            new Bilingual("Một phần báo không khoẻ; xem nhật ký.", "A part reports trouble; see the log.");
}
