package vn.lienthong.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StatesPictureTest {
    private static final Path PICTURE = Path.of("src/docs/states.svg");

    /** Draws it anew; what was committed must be the same. */
    @Test
    void showsTheEdgesAsTheyAre() throws IOException {
        String drawn = StatesPicture.draw();
        String committed = Files.exists(PICTURE) ? Files.readString(PICTURE) : "";
        if (!drawn.equals(committed)) {
            Files.writeString(PICTURE, drawn);
        }
        assertThat(committed)
                .as("src/docs/states.svg was stale and has been drawn anew")
                .isEqualTo(drawn);
    }
}
