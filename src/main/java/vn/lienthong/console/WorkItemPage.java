package vn.lienthong.console;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.access.Act;
import vn.lienthong.access.Caller;
import vn.lienthong.kernel.Page;
import vn.lienthong.kernel.ProblemException;
import vn.lienthong.workitem.WorkItem;
import vn.lienthong.workitem.WorkItemDesk;
import vn.lienthong.workitem.WorkItemFilter;
import vn.lienthong.workitem.WorkItems;

/** {@code /work-items}: what waits for a person, by filter; resolved with a reason. */
@Controller
class WorkItemPage {
    private static final int ROWS = 50;

    private final WorkItems items;
    private final WorkItemDesk resolving;

    WorkItemPage(WorkItems items, WorkItemDesk resolving) {
        this.items = items;
        this.resolving = resolving;
    }

    @GetMapping("/work-items")
    String show(
            @RequestParam(required = false) @Nullable String dossier,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(required = false) @Nullable UUID after,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            Model page) {
        WorkItem.State wanted = Input.choice(WorkItem.State.class, state);
        Query query = new Query(
                Input.condition(dossier),
                Input.condition(agency),
                Input.condition(code),
                wanted == null ? "" : wanted.name());
        Page<WorkItem> found =
                items.search(new WorkItemFilter(query.dossier(), query.agency(), query.code(), wanted, after, ROWS));
        page.addAttribute("query", query);
        page.addAttribute(
                "rows", found.items().stream().map(item -> Row.of(item, desk)).toList());
        page.addAttribute("next", found.next() == null ? null : query.link(found.next()));
        page.addAttribute("closed", desk.closed(Act.RESOLVE));
        return "console/work-items";
    }

    @PostMapping("/work-items/{id}/resolve")
    String resolve(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            RedirectAttributes after) {
        desk.rights().requireAct(caller, Act.RESOLVE);
        try {
            resolving.resolve(id, caller, Input.reason(reason));
            Flash.done(after, desk, "Đã ghi việc này là đã giải quyết.", "The work item is resolved.");
        } catch (ProblemException refused) {
            Flash.refused(after, desk, refused.problem());
        }
        return "redirect:/work-items";
    }

    /** The filter as it stands in the address. */
    record Query(
            @Nullable String dossier,
            @Nullable String agency,
            @Nullable String code,
            String state) {
        String link(String after) {
            return Links.to(
                    "/work-items", "dossier", dossier, "agency", agency, "code", code, "state", state, "after", after);
        }
    }

    /** A work item as a line of a table. */
    record Row(
            UUID id,
            String code,
            @Nullable String dossierNumber,
            @Nullable String dossierHref,
            String agency,
            @Nullable String deliveryHref,
            String text,
            int times,
            Moment opened,
            Moment seen,
            String state,
            @Nullable String resolvedBy,
            @Nullable String resolution) {
        static Row of(WorkItem item, Desk desk) {
            String number = item.dossierNumber();
            String resolution = item.resolution();
            return new Row(
                    item.id(),
                    item.code(),
                    number,
                    number == null ? null : Links.dossier(number),
                    item.agency(),
                    item.deliveryId() == null ? null : "/deliveries/" + item.deliveryId(),
                    Mask.text(desk.say(item.detail())),
                    item.occurrences(),
                    Objects.requireNonNull(desk.moment(item.openedAt())),
                    Objects.requireNonNull(desk.moment(item.lastSeenAt())),
                    item.state().name(),
                    item.resolvedBy(),
                    resolution == null ? null : Mask.text(resolution));
        }
    }
}
