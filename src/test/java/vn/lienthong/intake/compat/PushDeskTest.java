package vn.lienthong.intake.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import vn.lienthong.access.Caller;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.evidence.Message;
import vn.lienthong.intake.Intake;
import vn.lienthong.intake.IntakeProperties;
import vn.lienthong.intake.Outcome;
import vn.lienthong.intake.Submission;
import vn.lienthong.intake.compat.Envelope.Slice;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.ProblemException;

class PushDeskTest {
    private static final String FIRST = "H15.24133-251001-0001";
    private static final String SECOND = "H15.24133-251001-0002";
    private static final Caller WARD =
            new Caller("H15.24133", "Phường", "H15.24133", Set.of(), null, Caller.Kind.CLIENT);

    private final List<String> handedIn = new ArrayList<>();
    private final List<CompletableFuture<Outcome>> futures = new ArrayList<>();
    private final Intake intake = mock(Intake.class);
    private final PushReader reader = mock(PushReader.class);
    /** What becomes of the item handed in as the first, the second… */
    private IntFunction<CompletableFuture<Outcome>> storing = order -> {
        CompletableFuture<Outcome> future = new CompletableFuture<>();
        futures.add(future);
        return future;
    };

    private PushDesk desk;

    @BeforeEach
    void setUp() {
        when(intake.settings())
                .thenReturn(new IntakeProperties(
                        1,
                        1,
                        10,
                        Duration.ofMillis(200),
                        DataSize.ofMegabytes(1),
                        DataSize.ofMegabytes(1),
                        DataSize.ofMegabytes(1),
                        DataSize.ofMegabytes(8),
                        DataSize.ofMegabytes(256),
                        Duration.ofDays(1)));
        when(intake.submit(any())).thenAnswer(call -> {
            Submission submission = call.getArgument(0);
            handedIn.add(submission.command().number().value());
            return storing.apply(handedIn.size());
        });
        when(reader.read(any(), any(), any())).thenAnswer(call -> {
            String number = new String(call.getArgument(1), StandardCharsets.UTF_8);
            Message envelope = call.getArgument(2);
            return new Candidate.Ready(new Submission(
                    new DossierCommand.TellStep(
                            Ids.next(), DossierNumber.parse(number).orElseThrow(), WARD, null, null),
                    envelope,
                    null,
                    List.of(),
                    envelope,
                    null));
        });
        desk = new PushDesk(reader, intake, mock(RefusedItems.class));
    }

    @Test
    void handsInDifferentDossiersAtOnce_andOneDossierItemByItem() {
        CompatReply reply = take(FIRST, SECOND, FIRST);

        assertThat(handedIn).containsExactly(FIRST, SECOND);
        assertThat(reply.code()).isEqualTo(CompatCode.LATER);
        futures.getFirst().complete(accepted());
        assertThat(handedIn).containsExactly(FIRST, SECOND, FIRST);
    }

    @Test
    void neverHandsInALaterItem_afterOneThatCouldNotBeStored() {
        storing = order -> order == 1
                ? CompletableFuture.failedFuture(new ProblemException(CompatProblems.busy()))
                : CompletableFuture.completedFuture(accepted());

        CompatReply reply = take(FIRST, SECOND, FIRST, FIRST);

        assertThat(handedIn).containsExactly(FIRST, SECOND);
        assertThat(reply.code()).isEqualTo(CompatCode.SOME);
        assertThat(reply.notStored()).extracting(NotStored::index).containsExactly(0, 2, 3);
        assertThat(reply.notStored())
                .allSatisfy(item -> assertThat(CompatCode.of(item.problem())).isEqualTo(CompatCode.LATER));
    }

    @Test
    void goesOn_afterAnItemThatWasRefused() {
        storing = order -> CompletableFuture.completedFuture(
                order == 1
                        ? new Outcome.Judged(new DossierAnswer.Refused(CompatProblems.itemNotAnObject()))
                        : accepted());

        CompatReply reply = take(FIRST, FIRST);

        assertThat(handedIn).hasSize(2);
        assertThat(reply.notStored()).extracting(NotStored::index).containsExactly(0);
    }

    @Test
    void tellsADefect_withoutHarmToOthers() {
        storing = order -> order == 1
                ? CompletableFuture.failedFuture(new IllegalStateException("broken"))
                : CompletableFuture.completedFuture(accepted());

        CompatReply reply = take(FIRST, SECOND);

        assertThat(reply.code()).isEqualTo(CompatCode.INTERNAL);
        assertThat(reply.notStored()).extracting(NotStored::number).containsExactly(FIRST);
    }

    private CompatReply take(String... numbers) {
        byte[] body = String.join("", numbers).getBytes(StandardCharsets.UTF_8);
        List<Slice> slices = IntStream.range(0, numbers.length)
                .mapToObj(i -> new Slice(i * FIRST.length(), (i + 1) * FIRST.length(), true))
                .toList();
        return desk.take(new Push(CompatService.STEPS, WARD, "H15.24133", false, Ids.next()), body, slices);
    }

    private static Outcome accepted() {
        return new Outcome.Judged(
                new DossierAnswer.Accepted(FIRST, Ids.next(), 1, null, Instant.EPOCH, List.of(), false));
    }
}
