package vn.lienthong.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienthong.catalogue.Succession.How;
import vn.lienthong.catalogue.Succession.Kind;

/**
 * All successions of agencies and wards: a code ends once, every chain goes forward in time and comes to an end. Immutable.
 */
public final class Successions {
    private static final Successions NONE = new Successions(List.of());

    private final Map<Kind, Map<String, Succession>> byCode = new EnumMap<>(Kind.class);

    /** Holds these; what contradicts itself is refused with the code that does. */
    public Successions(Collection<Succession> all) {
        for (Kind kind : Kind.values()) {
            byCode.put(kind, new HashMap<>());
        }
        for (Succession one : all) {
            if (of(one.kind()).putIfAbsent(one.from(), one) != null) {
                throw new InvalidEntry(
                        one.from(), "mã này kết thúc hai lần trong bảng kế thừa", "this code ends twice in the table");
            }
            sound(one);
        }
        all.forEach(this::comesToAnEnd);
    }

    /** None at all. */
    public static Successions none() {
        return NONE;
    }

    private Map<String, Succession> of(Kind kind) {
        return byCode.getOrDefault(kind, Map.of());
    }

    /** How this code ended or is going to end. */
    public Optional<Succession> find(Kind kind, String code) {
        return Optional.ofNullable(of(kind).get(code));
    }

    /** How this code has ended by this day. */
    public Optional<Succession> holding(Kind kind, String code, LocalDate day) {
        return find(kind, code).filter(found -> found.holdsOn(day));
    }

    /** All that hold by this day, by code. */
    public List<Succession> holding(Kind kind, LocalDate day) {
        return of(kind).values().stream()
                .filter(found -> found.holdsOn(day))
                .sorted(java.util.Comparator.comparing(Succession::from))
                .toList();
    }

    /** Everything of this kind. */
    Collection<Succession> all(Kind kind) {
        return of(kind).values();
    }

    /** The last code of the chain on this day, as far as nobody has to choose. */
    String current(Kind kind, String code, LocalDate day) {
        return follow(kind, code, day, false);
    }

    /** The code that the same agency bears on this day: renamed ones are followed, nothing else. */
    String sameUnder(Kind kind, String code, LocalDate day) {
        return follow(kind, code, day, true);
    }

    /** Everybody who has taken over by this day, each at the end of its own chain; empty for a code that goes on. */
    public List<Succession.Heir> heirs(Kind kind, String code, LocalDate day) {
        return holding(kind, code, day).stream()
                .flatMap(ended -> ended.heirs().stream())
                .flatMap(heir -> {
                    List<Succession.Heir> later = heirs(kind, heir.code(), day);
                    return later.isEmpty() ? Stream.of(heir) : later.stream();
                })
                .distinct()
                .toList();
    }

    private String follow(Kind kind, String start, LocalDate day, boolean renamedOnly) {
        String code = start;
        Optional<Succession> next = holding(kind, code, day);
        while (next.isPresent()
                && next.get().plain()
                && (!renamedOnly || next.get().how() == How.RENAMED)) {
            code = next.get().heir();
            next = holding(kind, code, day);
        }
        return code;
    }

    private static void sound(Succession one) {
        Set<String> heirs = new HashSet<>();
        one.heirs().forEach(heir -> {
            if (!heirs.add(heir.code()) || heir.code().equals(one.from())) {
                throw new InvalidEntry(
                        one.from(),
                        "bên kế thừa trùng hoặc là chính mã cũ",
                        "a successor comes twice or is the old code");
            }
        });
        boolean several = heirs.size() > 1;
        boolean fits = switch (one.how()) {
            case RENAMED, MERGED -> !several && !heirs.isEmpty();
            case SPLIT -> several;
            case DISSOLVED -> !heirs.isEmpty();
        };
        if (!fits) {
            throw new InvalidEntry(
                    one.from(),
                    one.how() + " không hợp với " + heirs.size() + " bên kế thừa",
                    one.how() + " does not go with " + heirs.size() + " successors");
        }
        LocalDate until = one.writeUntil();
        if (until != null && until.isBefore(one.holdsFrom())) {
            throw new InvalidEntry(
                    one.from(),
                    "hạn nhận tin đứng trước ngày kế thừa",
                    "the last day to write stands before the day it holds");
        }
    }

    /** Every way from here goes forward in time and meets no code twice. */
    private void comesToAnEnd(Succession start) {
        List<Succession> open = new ArrayList<>(List.of(start));
        Set<String> seen = new HashSet<>(Set.of(start.from()));
        while (!open.isEmpty()) {
            Succession one = open.removeLast();
            for (Succession.Heir heir : one.heirs()) {
                if (heir.code().equals(start.from())) {
                    throw new InvalidEntry(
                            start.from(),
                            "chuỗi cơ quan kế thừa quay vòng",
                            "the chain of successors runs in a circle");
                }
                Succession next = of(one.kind()).get(heir.code());
                if (next != null && next.holdsFrom().isBefore(one.holdsFrom())) {
                    throw new InvalidEntry(
                            one.from(),
                            "bên kế thừa " + heir.code() + " đã kết thúc trước ngày này",
                            "successor " + heir.code() + " had ended before that day");
                }
                if (next != null && seen.add(heir.code())) {
                    open.add(next);
                }
            }
        }
    }
}
