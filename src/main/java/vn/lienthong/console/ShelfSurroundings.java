package vn.lienthong.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.lienthong.access.Act;
import vn.lienthong.access.Caller;

/** Gives every list the views kept of it, and notes which page is a person's first since signing in. */
@ControllerAdvice(basePackageClasses = ShelfSurroundings.class)
class ShelfSurroundings {
    static final String ARRIVAL = "arrival";
    private static final String ARRIVED = "lienthong.arrived";

    private final SavedViews views;

    ShelfSurroundings(SavedViews views) {
        this.views = views;
    }

    @ModelAttribute("shelf")
    @Nullable
    Shelf shelf(Caller caller, @ModelAttribute(name = "desk", binding = false) Desk desk, HttpServletRequest request) {
        SavableList list = SavableList.at(request.getRequestURI()).orElse(null);
        if (list == null || !request.getMethod().equals("GET")) {
            return null;
        }
        SavedQuery shown = SavedQuery.of(list, asked(request.getParameterMap()));
        return new Shelf(
                list.path(),
                shown.isPersonal() ? null : shown.text(),
                views.seenBy(caller, list.path()).stream()
                        .map(view -> Shelf.Entry.of(view, shown))
                        .toList(),
                desk.closed(Act.SHARE_VIEW));
    }

    /** Whether this is the first page in this session. */
    @ModelAttribute(ARRIVAL)
    boolean arrival(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || session.getAttribute(ARRIVED) != null) {
            return false;
        }
        session.setAttribute(ARRIVED, "yes");
        return true;
    }

    private static Map<String, String> asked(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> parameter.getValue()[0]));
    }
}
