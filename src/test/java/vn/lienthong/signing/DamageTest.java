package vn.lienthong.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever bytes come in, the verifier answers; and it never believes changed content. */
class DamageTest {
    private static final int FLIPS = 40;

    @RegisterExtension
    static final SigningWorld world = new SigningWorld();

    private final Random random = new Random(20_261_122);
    private final Verifier verifier = world.verifier();

    @ParameterizedTest
    @EnumSource(SignatureFormat.class)
    void isAnsweredWhereverItStrikes(SignatureFormat format) {
        Content content = SigningWorld.sample(format);
        byte[] signed =
                world.signed("agency-ec", format, SignatureLevel.B, content).bytes();
        List<Content> beside = format == SignatureFormat.CADES_DETACHED ? List.of(content) : List.of();
        for (byte[] damaged : damage(signed)) {
            assertThat(verifier.verify(new Content("x", damaged), beside)).isNotNull();
        }
    }

    private List<byte[]> damage(byte[] signed) {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = signed.clone();
            flipped[random.nextInt(signed.length)] ^= (byte) (1 << random.nextInt(8));
            all.add(flipped);
        }
        for (int i = 0; i < FLIPS / 4; i++) {
            all.add(Arrays.copyOf(signed, random.nextInt(signed.length)));
        }
        return all;
    }

    @Test
    void isNeverBelieved_whenItStrikesASignedByte() {
        byte[] pdf = world.signed("agency-ec", SignatureFormat.PADES, SignatureLevel.B, SigningWorld.pdf())
                .bytes();
        int signature = Tampering.find(pdf, "/Contents <".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        for (int i = 0; i < FLIPS; i++) {
            int place = random.nextInt(signature);
            Verification verification = verifier.verify(new Content("x", Tampering.flip(pdf, place)));
            assertThat(verification instanceof Verification.Judged judged && judged.passed())
                    .as("byte %s", place)
                    .isFalse();
        }
    }

    @Test
    void andDocumentsThatCarryNoSignature_areToldApart() {
        assertThat(verifier.verify(SigningWorld.pdf())).isInstanceOf(Verification.Unsigned.class);
        assertThat(verifier.verify(SigningWorld.XML)).isInstanceOf(Verification.Unsigned.class);
        assertThat(verifier.verify(SigningWorld.TEXT)).isInstanceOf(Verification.Unreadable.class);
        assertThat(verifier.verify(new Content("nothing", new byte[0]))).isInstanceOf(Verification.Unreadable.class);
    }
}
