package vn.lienthong.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.lienthong.catalogue.Succession.Kind;

/**
 * The agencies of the catalogue and their tree. A code's dotted groups are the tree ({@code H15.24133} lies below
 * {@code H15}); closed codes, whose order was the reverse, join it through their successor, from the day on which it holds.
 * Read without locks: what holds is replaced as a whole when the catalogue moves on.
 */
public final class Agencies {
    private final Supplier<LocalDate> today;
    private volatile Tree tree;

    /** Holds these agencies, every succession among them in force; successors must exist and lead to an end. */
    public Agencies(List<Agency> agencies) {
        this(agencies, Successions.none(), () -> LocalDate.MAX);
    }

    /** Holds these agencies and who takes over from them; both ends of each succession must be among them. */
    public Agencies(List<Agency> agencies, Successions successions, Supplier<LocalDate> today) {
        Successions all = SuccessionsOfAgencies.together(agencies, successions);
        this.today = today;
        this.tree = new Tree(new Versions<>(SuccessionsOfAgencies.cut(agencies, all)), all);
    }

    /** What holds together. */
    private record Tree(Versions<Agency> versions, Successions successions) {
        String current(String code, LocalDate day) {
            return successions.current(Kind.AGENCY, code, day);
        }
    }

    /** Whatever its time, by code. */
    Versions<Agency> versions() {
        return tree.versions();
    }

    /** Holds from now on what the other holds. */
    void become(Agencies other) {
        tree = other.tree;
    }

    /** Who took over from agencies and wards, and from when on. */
    public Successions successions() {
        return tree.successions();
    }

    /** The agency that bears exactly this code on this day. */
    public Optional<Agency> find(String code, LocalDate on) {
        return tree.versions().find(code, on);
    }

    /**
     * The agency that answers for this code on this day: its bearer, or the successor of a code closed before; the closed one
     * itself while a person has to choose among its successors.
     */
    public Optional<Agency> resolve(String code, LocalDate on) {
        Tree now = tree;
        Optional<Agency> bearer = now.versions().find(code, on);
        if (bearer.isPresent()) {
            return bearer;
        }
        String current = now.current(code, on);
        Optional<Agency> successor = now.versions().find(current, on);
        return successor.isPresent()
                ? successor
                : now.successions()
                        .holding(Kind.AGENCY, current, on)
                        .flatMap(split -> now.versions().latest(current));
    }

    /** The code that stands for this one today: the last of its successors as far as nobody has to choose, or itself. */
    public String currentCode(String code) {
        return tree.current(code, today.get());
    }

    /** The code that the same agency bears today: itself, or the one it was renamed to. */
    public String sameUnder(String code) {
        return tree.successions().sameUnder(Kind.AGENCY, code, today.get());
    }

    /** How this agency ended, when today its systems may write no more; empty while they may. */
    public Optional<Succession> closedToWriting(String code) {
        LocalDate day = today.get();
        return tree.successions().holding(Kind.AGENCY, code, day).filter(ended -> ended.closedToWriting(day));
    }

    /** Every agency that has ended by today, with the only one that took over from it. */
    public Map<String, String> takenOver() {
        return tree.successions().holding(Kind.AGENCY, today.get()).stream()
                .filter(Succession::plain)
                .collect(Collectors.toUnmodifiableMap(Succession::from, Succession::heir));
    }

    /** The agency's latest name, or the code where it is unknown. */
    public String name(String code) {
        return tree.versions().latest(code).map(Agency::name).orElse(code);
    }

    /** Every agency valid on this day, by code. */
    public List<Agency> all(LocalDate on) {
        return tree.versions().all(on);
    }

    /**
     * Whether {@code code} is {@code ancestor} itself or lies below it. Closed codes count as their successor, but whoever was
     * merged into a larger one does not come to see all of that. A unit that the catalogue does not list still lies below the
     * agencies its code names.
     */
    public boolean isSelfOrBelow(String ancestor, String code) {
        Tree now = tree;
        LocalDate day = today.get();
        String above = now.successions().sameUnder(Kind.AGENCY, ancestor, day);
        return below(above, now.successions().sameUnder(Kind.AGENCY, code, day))
                || selfAndAbove(now.current(code, day)).contains(above);
    }

    private static boolean below(String above, String code) {
        if (code.equals(above)) {
            return true;
        }
        return isTreeCode(above)
                && code.length() > above.length()
                && code.charAt(above.length()) == '.'
                && code.startsWith(above);
    }

    /** The code that stands for this one today, then the code of each agency above it, the nearest first. */
    public List<String> selfAndAbove(String code) {
        String above = currentCode(code);
        List<String> chain = new ArrayList<>(List.of(above));
        while (isTreeCode(above) && above.lastIndexOf('.') > 0) {
            // what lay below an agency that ended lies below its successor
            above = currentCode(above.substring(0, above.lastIndexOf('.')));
            if (chain.contains(above)) {
                break;
            }
            chain.add(above);
        }
        return List.copyOf(chain);
    }

    /** Codes of the reversed order begin with a digit: their first group names no ancestor. */
    private static boolean isTreeCode(String code) {
        return !code.isEmpty() && Character.isLetter(code.charAt(0));
    }
}
