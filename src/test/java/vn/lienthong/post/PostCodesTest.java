package vn.lienthong.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.post.tracking.ParcelState;
import vn.lienthong.testing.WorkFolder;

class PostCodesTest {
    private final PostCodes codes = new PostCodes(SchemaFiles.packed());

    @Test
    void knowsThePublicCodes() {
        assertThat(codes.ofCode("100")).contains(PostMeaning.SUCCESS);
        assertThat(codes.ofCode("101")).contains(PostMeaning.SUCCESS);
        assertThat(codes.ofCode("true")).contains(PostMeaning.SUCCESS);
        assertThat(codes.ofCode("777")).isEmpty();
        assertThat(codes.ofStatus(401)).isEqualTo(PostMeaning.SESSION);
        assertThat(codes.ofStatus(502)).isEqualTo(PostMeaning.MAYBE_SENT);
        assertThat(codes.ofStatus(418)).isEqualTo(PostMeaning.UNDECIDABLE);
        assertThat(codes.pause()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void namesOnlyStatesThatExist() throws IOException {
        Map<String, Map<Object, Object>> table =
                new Yaml().load(Files.readString(Path.of("schemas/replies/post.yaml")));

        assertThat(table.get("states").values())
                .map(String::valueOf)
                .allMatch(state -> state.equals("-") || ParcelState.of(state).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "codes: {100: perhaps}\nhttp: {}\nstates: {}\npause: 5s",
                "codes: [1]\nhttp: {}\nstates: {}\npause: 5s",
                "codes: {}\nhttp: {}\nstates: {}\npause: soon",
                "codes: {}\nhttp: {}\nstates: {1: LOST}\npause: 5s",
                "codes: {",
                "7"
            })
    void refusesTheStart_whenTheTableDoesNotRead(String table) throws IOException {
        Path folder = WorkFolder.fresh("post-codes");
        Files.createDirectories(folder.resolve("replies"));
        Files.writeString(folder.resolve("replies/post.yaml"), table);

        assertThatThrownBy(() -> new PostCodes(SchemaFiles.in(folder))).isInstanceOf(StartRefused.class);
    }
}
