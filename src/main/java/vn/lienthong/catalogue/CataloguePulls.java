package vn.lienthong.catalogue;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Ids;

/**
 * Who pulls the catalogue and when: one node at a time, on the day's round or because an operator asked. The turn of a node
 * that ends goes to another when its time is over.
 */
@Component
public class CataloguePulls {
    private final PullRepository pulls;

    CataloguePulls(PullRepository pulls) {
        this.pulls = pulls;
    }

    /**
     * Begins a pull that is due.
     *
     * @param scheduled whether there are pulls that nobody asked for
     * @param length how long the turn lasts without another word
     */
    public Optional<UUID> begin(boolean scheduled, Duration length) {
        UUID turn = Ids.next();
        return pulls.claim(turn, scheduled, length) ? Optional.of(turn) : Optional.empty();
    }

    /** Makes the turn last so long from now; false when it went to another node. */
    public boolean goOn(UUID turn, Duration length) {
        return pulls.extend(turn, length);
    }

    /** Ends a pull; the next round comes after this time. Whoever asked while it ran gets one of its own. */
    public void end(UUID turn, boolean taken, Bilingual detail, Duration next) {
        pulls.end(turn, taken ? "TAKEN" : "REFUSED", detail, next);
    }

    /** Asks for a pull as soon as a node is free for it. */
    public void askNow(String who) {
        pulls.ask(who);
    }

    /** How the last one ended. */
    public PullStanding standing() {
        return pulls.standing();
    }
}
