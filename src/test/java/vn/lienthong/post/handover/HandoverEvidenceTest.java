package vn.lienthong.post.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.evidence.Message;
import vn.lienthong.testing.MadeUp;
import vn.lienthong.testing.TestDatabase;

/** What the post sent can be shown byte by byte, each item without its neighbours. */
class HandoverEvidenceTest {
    private static final HandoverWorld WORLD = new HandoverWorld(TestDatabase.fresh());

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void keepsTheManifest_andEachItemWithItsDossier() {
        String number = MadeUp.number();
        MadeUpManifest manifest = new MadeUpManifest()
                .with(number)
                .with(MadeUpManifest.parcel(), MadeUp.number(), item -> item.remove("dossier"));

        JsonNode answer = WORLD.answer(manifest);

        Message whole = kept(answer);
        assertThat(text(whole)).isEqualTo(manifest.json());
        assertThat(whole.party()).isEqualTo("vnpost");
        assertThat(whole.items()).hasSize(2);
        JsonNode sent = HandoverWorld.json(manifest.bytes()).path("items");
        for (int i = 0; i < 2; i++) {
            Message item = kept(answer.path("items").path(i));
            assertThat(text(item)).isEqualTo(sent.path(i).toString());
            assertThat(item.answerTo()).isEqualTo(whole.id());
        }
        assertThat(kept(answer.path("items").path(0)).dossierNumber()).isEqualTo(number);
        assertThat(kept(answer.path("items").path(1)).dossierNumber()).isNull();
        assertThat(WORLD.dossiers.register.history(number).getFirst().id())
                .isEqualTo(kept(answer.path("items").path(0)).id());
    }

    private static Message kept(JsonNode told) {
        return WORLD.evidence
                .find(UUID.fromString(told.path("evidenceId").asText()))
                .orElseThrow();
    }

    private static String text(Message message) {
        return new String(message.bytes(), StandardCharsets.UTF_8);
    }
}
