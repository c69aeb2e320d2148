package vn.lienthong.console;

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
import vn.lienthong.kernel.ProblemException;

/** {@code /views}: lists kept under a name: saved, renamed, removed, chosen as the page to begin with. */
@Controller
class SavedViewPage {
    private static final String HERE = "redirect:/views";

    private final SavedViews views;

    SavedViewPage(SavedViews views) {
        this.views = views;
    }

    @GetMapping("/views")
    String show(Caller caller, @ModelAttribute(name = "desk", binding = false) Desk desk, Model page) {
        String closed = desk.closed(Act.SHARE_VIEW);
        page.addAttribute("closed", closed);
        page.addAttribute(
                "rows",
                views.seenBy(caller, null).stream()
                        .map(view -> Row.of(view, closed == null))
                        .toList());
        return "console/saved-views";
    }

    @PostMapping("/views")
    String save(
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "false") boolean start,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            RedirectAttributes after) {
        String back = HERE;
        try {
            SavedQuery kept = SavedQuery.require(page, query);
            back = "redirect:" + kept.link();
            views.save(caller, name, kept, shared, start);
            Flash.done(after, desk, "Đã lưu chế độ xem.", "The view is saved.");
        } catch (ProblemException refused) {
            refuse(refused, desk, after);
        }
        return back;
    }

    @PostMapping("/views/{id}/name")
    String rename(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            RedirectAttributes after) {
        return done(() -> views.rename(caller, id, name), "Đã đổi tên.", "Renamed.", desk, after);
    }

    @PostMapping("/views/{id}/remove")
    String remove(
            @PathVariable UUID id,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            RedirectAttributes after) {
        return done(() -> views.remove(caller, id), "Đã xoá chế độ xem.", "The view is removed.", desk, after);
    }

    @PostMapping("/views/start")
    String begin(
            @RequestParam(required = false) @Nullable UUID view,
            Caller caller,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            RedirectAttributes after) {
        return done(
                () -> views.begin(caller, view),
                view == null ? "Trang đầu lại là Hôm nay." : "Lần đăng nhập sau sẽ mở chế độ xem này.",
                view == null ? "Your first page is Today again." : "The next sign-in opens this view.",
                desk,
                after);
    }

    private static String done(Runnable act, String vi, String en, Desk desk, RedirectAttributes after) {
        try {
            act.run();
            Flash.done(after, desk, vi, en);
        } catch (ProblemException refused) {
            refuse(refused, desk, after);
        }
        return HERE;
    }

    /** What somebody may not do or what is not there is its own page; the rest can be mended in the form. */
    private static void refuse(ProblemException refused, Desk desk, RedirectAttributes after) {
        if (refused.problem().status() == 403 || refused.problem().status() == 404) {
            throw refused;
        }
        Flash.refused(after, desk, refused.problem());
    }

    /** A view as a line of a table. */
    record Row(
            UUID id,
            String name,
            String title,
            String href,
            @Nullable String conditions,
            boolean shared,
            String owner,
            boolean start,
            boolean mayChange) {
        static Row of(SavedView view, boolean mayShare) {
            String words = view.query().words();
            return new Row(
                    view.id(),
                    view.name(),
                    view.query().list().title(),
                    view.query().link(),
                    words.isEmpty() ? null : words,
                    view.shared(),
                    view.owner(),
                    view.start(),
                    mayShare || !view.shared());
        }
    }
}
