package vn.lienthong.post.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** As many dossiers as a manifest may hold. */
class LargeManifestTest {
    private static final HandoverWorld WORLD = new HandoverWorld(TestDatabase.fresh());

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void takesFourThousandNineHundredAndNinetyNine_whenOneIsBad() {
        MadeUpManifest manifest = new MadeUpManifest();
        for (int i = 1; i <= 5000; i++) {
            if (i == 2718) {
                manifest.with(MadeUpManifest.parcel(), MadeUp.number(), item -> item.put("dossier", "mất"));
            } else {
                manifest.with(MadeUp.number());
            }
        }

        JsonNode answer = WORLD.answer(manifest);

        assertThat(answer.path("summary").path("accepted").asInt()).isEqualTo(4999);
        assertThat(answer.path("items").path(2717).path("status").asText()).isEqualTo("REJECTED");
        assertThat(WORLD.rows()).containsExactly(1L, 5000L, 9998L, 1L, 4999L, 4999L, 5001L, 4999L);
    }

    @Test
    void refusesOneMore() {
        MadeUpManifest manifest = new MadeUpManifest();
        for (int i = 0; i <= 5000; i++) {
            manifest.with(MadeUpManifest.parcel(), null, item -> item.remove("dossier"));
        }

        assertThatThrownBy(() -> WORLD.take(manifest)).hasMessageContaining("HANDOVER-TOO-LONG");
    }

    @Test
    void readsNoFurther_whereTooManyItemsHaveComeAlready() {
        // were it read to its end, its end would be what is wrong with it
        byte[] endless = ("{\"items\":[" + "0,".repeat(6000)).getBytes(StandardCharsets.UTF_8);
        ManifestReader reader = new ManifestReader(SchemaFiles.packed(), WORLD.dossiers.clock, WORLD.settings);

        assertThatThrownBy(() -> reader.read(endless)).hasMessageContaining("HANDOVER-TOO-LONG");
    }
}
