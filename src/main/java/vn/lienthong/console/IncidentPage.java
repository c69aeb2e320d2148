package vn.lienthong.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.lienthong.alert.Incidents;

/** {@code /incidents}: what goes wrong now and what did, each cause once, with its beginning, count and end. */
@Controller
class IncidentPage {
    private static final int ROWS = 100;

    private final Incidents incidents;

    IncidentPage(Incidents incidents) {
        this.incidents = incidents;
    }

    @GetMapping("/incidents")
    String show(@ModelAttribute(name = "desk", binding = false) Desk desk, Model page) {
        page.addAttribute(
                "rows",
                incidents.latest(ROWS).stream().map(one -> Row.of(one, desk)).toList());
        return "console/incidents";
    }

    /** An incident as a line of a table. */
    record Row(
            String cause,
            String what,
            String advice,
            String href,
            String count,
            Moment opened,
            @Nullable Moment closed,
            @Nullable Moment told,
            String lasted) {
        static Row of(vn.lienthong.alert.Incident one, Desk desk) {
            Instant end = one.closedAt();
            return new Row(
                    one.cause(),
                    Mask.text(desk.say(one.what())),
                    desk.say(one.advice()),
                    one.page(),
                    desk.number(one.count()),
                    Objects.requireNonNull(desk.moment(one.openedAt())),
                    desk.moment(end),
                    desk.moment(one.toldAt()),
                    desk.span(Duration.between(one.openedAt(), end == null ? desk.now() : end)));
        }
    }
}
