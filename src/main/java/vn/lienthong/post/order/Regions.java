package vn.lienthong.post.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;

/** The post's codes of regions, each valid between two dates. Names must agree letter by letter; nothing is guessed. */
@Component
class Regions {
    private static final String FILE = "catalogue/post-regions.json";
    private static final Pattern RANK = Pattern.compile("^(tỉnh|thành phố|tp\\.?|phường|p\\.|xã|đặc khu|thị trấn)\\s+");

    private final List<Entry> entries;

    /** A region at the post; the inner one is 0 where the post no longer has any. */
    record Region(int province, int district) {}

    private record Entry(
            String province,
            @Nullable String commune,
            Region region,
            LocalDate from,
            @Nullable LocalDate to) {
        boolean valid(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    @Autowired
    Regions(SchemaFiles files) {
        this(files.read(FILE));
    }

    Regions(byte[] json) {
        try {
            List<Entry> read = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(json).path("regions")) {
                read.add(entry(node));
            }
            this.entries = List.copyOf(read);
        } catch (IOException | RuntimeException broken) {
            throw new StartRefused(
                    "Không đọc được danh mục vùng bưu chính " + FILE + ": " + broken.getMessage(),
                    "the list of postal regions " + FILE + " does not read: " + broken.getMessage());
        }
    }

    /** The region of an address that ends in commune and province; an entry of the commune before one of the province. */
    Optional<Region> of(@Nullable String address, LocalDate day) {
        if (address == null) {
            return Optional.empty();
        }
        List<String> parts =
                Arrays.stream(address.split("[,;]", -1)).map(Regions::plain).toList();
        List<Entry> matching = entries.stream()
                .filter(entry -> entry.valid(day)
                        && parts.getLast().equals(entry.province())
                        && (entry.commune() == null || parts.contains(entry.commune())))
                .toList();
        return matching.stream()
                .filter(entry -> entry.commune() != null)
                .findFirst()
                .or(() -> matching.stream().findFirst())
                .map(Entry::region);
    }

    private static Entry entry(JsonNode node) {
        String to = node.path("validTo").textValue();
        String commune = node.path("commune").textValue();
        return new Entry(
                plain(node.required("province").asText()),
                commune == null ? null : plain(commune),
                new Region(node.required("code").intValue(), node.path("inner").intValue()),
                LocalDate.parse(node.required("validFrom").asText()),
                to == null ? null : LocalDate.parse(to));
    }

    private static String plain(String name) {
        return RANK.matcher(name.strip().toLowerCase(Locale.ROOT))
                .replaceFirst("")
                .strip();
    }
}
