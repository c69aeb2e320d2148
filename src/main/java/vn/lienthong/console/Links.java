package vn.lienthong.console;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of pages; whatever stands in them is escaped, what is absent is left out. */
final class Links {
    private Links() {}

    /** This page with these parameters: names and values in turn. */
    static String to(String path, @Nullable Object... pairs) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null && !value.toString().isEmpty()) {
                link.queryParam(String.valueOf(pairs[i]), "{v" + i + "}");
                values.add(value);
            }
        }
        return link.encode().buildAndExpand(values.toArray()).toUriString();
    }

    /** One dossier. */
    static String dossier(String number, String... below) {
        return UriComponentsBuilder.fromPath("/dossiers")
                .pathSegment("{number}")
                .pathSegment(below)
                .encode()
                .buildAndExpand(number)
                .toUriString();
    }
}
