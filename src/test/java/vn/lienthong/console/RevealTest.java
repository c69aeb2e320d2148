package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class RevealTest {
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final String NUMBER = "H15.24133-261121-0007";

    private final MockHttpSession session = new MockHttpSession();

    @Test
    void coversOneDossier_forFiveMinutes() {
        Reveal.open(session, NUMBER, NOW);
        Reveal reveal = Objects.requireNonNull(Reveal.of(session));

        assertThat(reveal.covers(NUMBER, NOW)).isTrue();
        assertThat(reveal.covers(NUMBER, NOW.plusSeconds(299))).isTrue();
        assertThat(reveal.covers(NUMBER, NOW.plusSeconds(300))).isFalse();
        assertThat(reveal.covers(NUMBER + "1", NOW)).isFalse();
        assertThat(reveal.secondsLeft(NOW)).isEqualTo(301);
    }

    @Test
    void isClosedByTheNext_andByHand() {
        Reveal.open(session, NUMBER, NOW);
        Reveal.open(session, "other", NOW);
        assertThat(Objects.requireNonNull(Reveal.of(session)).covers(NUMBER, NOW))
                .isFalse();
        Reveal.close(session);
        assertThat(Reveal.of(session)).isNull();
        assertThat(Reveal.of(null)).isNull();
    }

    @Test
    void namesAPointInTime_inBothLanguages() {
        assertThat(Moment.of(NOW, NOW, "vi"))
                .isEqualTo(new Moment("22/11/2026 08:00:00", "2026-11-22T08:00:00+07:00", "vừa xong"));
        assertThat(Moment.of(NOW, NOW.plusSeconds(90), "vi").ago()).isEqualTo("1 phút trước");
        assertThat(Moment.of(NOW, NOW.plusSeconds(7300), "en").ago()).isEqualTo("2 h 1 min ago");
        assertThat(Moment.of(NOW, NOW.plusSeconds(7200), "vi").ago()).isEqualTo("2 giờ trước");
        assertThat(Moment.of(NOW, NOW.plusSeconds(200_000), "vi").ago()).isEqualTo("2 ngày trước");
        assertThat(Moment.of(NOW, NOW.minusSeconds(20), "vi").ago()).isEqualTo("sau 20 giây");
    }

    @Test
    void escapesWhateverStandsInAnAddress() {
        assertThat(Links.to("/deliveries", "agency", "a&b=<ở>", "state", null, "after", 7))
                .isEqualTo("/deliveries?agency=a%26b%3D%3C%E1%BB%9F%3E&after=7");
        assertThat(Links.dossier("../x?y", "edit")).isEqualTo("/dossiers/..%2Fx%3Fy/edit");
    }
}
