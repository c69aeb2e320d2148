package vn.lienthong.national;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A national code list, both ways. The two sides pair up one to one. */
record CodeList<E>(Map<E, String> codes, Map<String, E> meanings) {
    static <E> CodeList<E> of(Map<E, String> codes) {
        return new CodeList<>(
                Map.copyOf(codes),
                codes.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey)));
    }

    /** Codes counted from {@code first}, in the order of the national list. */
    @SafeVarargs
    static <E> CodeList<E> counted(int first, E... meanings) {
        Map<E, String> codes = new HashMap<>();
        for (E meaning : meanings) {
            codes.put(meaning, Integer.toString(first + codes.size()));
        }
        return of(codes);
    }

    String code(E meaning) {
        String code = codes.get(meaning);
        if (code == null) {
            throw new IllegalStateException("No national code for " + meaning);
        }
        return code;
    }

    Optional<E> meaning(String code) {
        return Optional.ofNullable(meanings.get(code));
    }
}
