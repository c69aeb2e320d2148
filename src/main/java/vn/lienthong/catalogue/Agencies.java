package vn.lienthong.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The agencies of the catalogue and their tree. A code's dotted groups are the tree ({@code H15.24133} lies below
 * {@code H15}); closed codes, whose order was the reverse, join it through their successor. Read without locks:
 * what holds is replaced as a whole when the catalogue moves on.
 */
public final class Agencies {
    private volatile Tree tree;

    /** Holds these agencies; successors must exist and lead to an end. */
    public Agencies(List<Agency> agencies) {
        Versions<Agency> versions = new Versions<>(agencies);
        Map<String, String> current = new HashMap<>();
        for (Agency agency : agencies) {
            current.put(agency.code(), endOfChain(versions, agency.code()));
        }
        current.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        this.tree = new Tree(versions, Map.copyOf(current));
    }

    /** What holds together. */
    private record Tree(Versions<Agency> versions, Map<String, String> currentByClosed) {
        String currentCode(String code) {
            return currentByClosed.getOrDefault(code, code);
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

    /** The agency that bears exactly this code on this day. */
    public Optional<Agency> find(String code, LocalDate on) {
        return tree.versions().find(code, on);
    }

    /** The agency that answers for this code on this day: its bearer, or the successor of a code closed before. */
    public Optional<Agency> resolve(String code, LocalDate on) {
        Tree now = tree;
        Optional<Agency> bearer = now.versions().find(code, on);
        return bearer.isPresent() ? bearer : now.versions().find(now.currentCode(code), on);
    }

    /** The code that stands for this one today: the last of its successors, or itself. */
    public String currentCode(String code) {
        return tree.currentCode(code);
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
     * Whether {@code code} is {@code ancestor} itself or lies below it, closed codes counting as their successor. A unit
     * that the catalogue does not list still lies below the agencies its code names.
     */
    public boolean isSelfOrBelow(String ancestor, String code) {
        Tree now = tree;
        String above = now.currentCode(ancestor);
        String below = now.currentCode(code);
        if (below.equals(above)) {
            return true;
        }
        return isTreeCode(above)
                && below.length() > above.length()
                && below.charAt(above.length()) == '.'
                && below.startsWith(above);
    }

    /** The code that stands for this one today, then the code of each agency above it, the nearest first. */
    public List<String> selfAndAbove(String code) {
        String above = currentCode(code);
        List<String> chain = new ArrayList<>(List.of(above));
        while (isTreeCode(above) && above.lastIndexOf('.') > 0) {
            above = above.substring(0, above.lastIndexOf('.'));
            chain.add(above);
        }
        return List.copyOf(chain);
    }

    /** Codes of the reversed order begin with a digit: their first group names no ancestor. */
    private static boolean isTreeCode(String code) {
        return !code.isEmpty() && Character.isLetter(code.charAt(0));
    }

    private static String endOfChain(Versions<Agency> versions, String start) {
        Set<String> seen = new HashSet<>();
        String code = start;
        while (true) {
            if (!seen.add(code)) {
                throw new InvalidEntry(
                        start, "chuỗi cơ quan kế thừa quay vòng", "the chain of successors runs in a circle");
            }
            Optional<Agency> agency = versions.latest(code);
            if (agency.isEmpty()) {
                throw new InvalidEntry(
                        start,
                        "cơ quan kế thừa " + code + " không có trong danh mục",
                        "successor " + code + " is unknown");
            }
            String successor = agency.get().successor();
            if (successor == null) {
                return code;
            }
            code = successor;
        }
    }
}
