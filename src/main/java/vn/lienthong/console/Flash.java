package vn.lienthong.console;

import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;

/** What came of an act, shown on the page that follows it; plain text, because the session keeps it until then. */
final class Flash {
    private static final String GOOD = "good";
    private static final String BAD = "bad";

    private Flash() {}

    /** It was done. */
    static void done(RedirectAttributes after, Desk desk, String vi, String en) {
        after.addFlashAttribute(GOOD, desk.say(new Bilingual(vi, en)));
    }

    /** It was refused; the code is for whoever asks for help. */
    static void refused(RedirectAttributes after, Desk desk, Problem problem) {
        after.addFlashAttribute(BAD, text(problem, desk));
    }

    /** It was refused, and the page shows that at once. */
    static void refused(Model page, Desk desk, Problem problem) {
        page.addAttribute(BAD, text(problem, desk));
    }

    private static String text(Problem problem, Desk desk) {
        return desk.say(problem.text()) + " (" + problem.code() + ")";
    }
}
