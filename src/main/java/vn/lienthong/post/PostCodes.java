package vn.lienthong.post;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.post.tracking.ParcelState;

/** The post's codes and what they mean, from {@code schemas/replies/post.yaml}. No text of the post is ever matched in code. */
@Component
public class PostCodes {
    private static final String FILE = "replies/post.yaml";

    private final Map<String, PostMeaning> codes = new HashMap<>();
    private final Map<String, PostMeaning> http = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private final Duration pause;

    /** Reads the table; refuses the start when it does not read. */
    public PostCodes(SchemaFiles files) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Map<?, ?> root = new Yaml(new SafeConstructor(options)).load(new ByteArrayInputStream(files.read(FILE)));
            section(root, "codes").forEach((code, word) -> codes.put(text(code), meaning(text(word))));
            section(root, "http").forEach((code, word) -> http.put(text(code), meaning(text(word))));
            section(root, "states").forEach((code, state) -> states.put(text(code), known(text(state))));
            this.pause = DurationStyle.detectAndParse(text(root.get("pause")));
        } catch (YAMLException | IllegalArgumentException | ClassCastException broken) {
            throw new StartRefused(
                    "Không đọc được bảng mã của bưu điện " + FILE + ": " + broken.getMessage(),
                    "the post's table " + FILE + " does not read: " + broken.getMessage());
        }
    }

    /** What a code in a reply means, if the table says so. */
    public Optional<PostMeaning> ofCode(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** What an HTTP status other than success means. */
    public PostMeaning ofStatus(int status) {
        return http.getOrDefault(
                Integer.toString(status), status >= 500 ? PostMeaning.MAYBE_SENT : PostMeaning.UNDECIDABLE);
    }

    /** The name of the state behind a parcel's code; {@code -} for one that says nothing, empty for one nobody knows. */
    public Optional<String> state(String code) {
        return Optional.ofNullable(states.get(code));
    }

    /** How long to wait when told to slow down without a time. */
    public Duration pause() {
        return pause;
    }

    private static String known(String state) {
        if (!state.equals("-") && ParcelState.of(state).isEmpty()) {
            throw new IllegalArgumentException(state);
        }
        return state;
    }

    private static PostMeaning meaning(String word) {
        return PostMeaning.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    private static Map<?, ?> section(Map<?, ?> root, String name) {
        if (root.get(name) instanceof Map<?, ?> section) {
            return section;
        }
        throw new IllegalArgumentException(name);
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
