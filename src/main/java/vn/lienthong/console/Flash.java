package vn.lienthong.console;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Problem;

/** What came of an act, shown on the page that follows it. */
record Flash(boolean good, String text) {
    private static final String NAME = "flash";

    /** It was done. */
    static void done(RedirectAttributes after, Desk desk, String vi, String en) {
        after.addFlashAttribute(NAME, new Flash(true, desk.say(new Bilingual(vi, en))));
    }

    /** It was refused; the code is for whoever asks for help. */
    static void refused(RedirectAttributes after, Desk desk, Problem problem) {
        after.addFlashAttribute(NAME, of(problem, desk));
    }

    /** A refusal shown at once. */
    static Flash of(Problem problem, Desk desk) {
        return new Flash(false, desk.say(problem.text()) + " (" + problem.code() + ")");
    }
}
