package vn.lienthong.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.util.unit.DataSize;
import vn.lienthong.access.Caller;
import vn.lienthong.dossier.DossierAnswer;
import vn.lienthong.dossier.DossierCommand.TellStep;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierStatus;
import vn.lienthong.dossier.ProgressStep;
import vn.lienthong.kernel.Ids;
import vn.lienthong.kernel.ProblemException;

class SharedCommitTest {
    private final List<List<Submission>> groups = new CopyOnWriteArrayList<>();
    private Function<List<Submission>, List<Outcome>> database = SharedCommitTest::stored;
    private final AtomicLong free = new AtomicLong(DataSize.ofGigabytes(1).toBytes());
    private final DiskWatch disk =
            new DiskWatch(free::get, DataSize.ofMegabytes(256).toBytes());
    private final SharedCommit commits = new SharedCommit(
            new GroupTransaction(null, null, null, null, null, null) {
                @Override
                public List<Outcome> store(List<Submission> group) {
                    groups.add(List.copyOf(group));
                    return database.apply(group);
                }
            },
            new IntakeProperties(
                    1,
                    64,
                    10,
                    Duration.ofSeconds(5),
                    DataSize.ofMegabytes(1),
                    DataSize.ofMegabytes(1),
                    DataSize.ofMegabytes(1),
                    DataSize.ofMegabytes(8),
                    DataSize.ofMegabytes(256),
                    Duration.ofDays(7)),
            disk,
            new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        commits.stop();
    }

    @Test
    void goesOn_whenAnErrorStrikesAGroup() throws Exception {
        commits.start();
        database = group -> {
            throw new OutOfMemoryError("rehearsed");
        };
        assertAsksToRepeat(commits.submit(told("0001", null)));

        database = SharedCommitTest::stored;
        assertThat(answer(commits.submit(told("0002", null)))).isInstanceOf(Outcome.Judged.class);
    }

    @Test
    void storesTheNeighbours_whenOneOfAGroupFails() throws Exception {
        Submission bad = told("0002", null);
        database = group -> {
            if (group.contains(bad)) {
                throw new DataIntegrityViolationException("rehearsed");
            }
            return stored(group);
        };
        List<CompletableFuture<Outcome>> futures = together(told("0001", null), bad, told("0003", null));

        assertThat(answer(futures.get(0))).isInstanceOf(Outcome.Judged.class);
        assertThat(answer(futures.get(2))).isInstanceOf(Outcome.Judged.class);
        assertThatThrownBy(() -> answer(futures.get(1))).hasCauseInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void looksAgain_whenAnotherNodeWasFasterOrHeldALock() throws Exception {
        commits.start();
        List<RuntimeException> trouble = new ArrayList<>(
                List.of(new DuplicateKeyException("rehearsed"), new CannotAcquireLockException("rehearsed")));
        database = group -> {
            if (!trouble.isEmpty()) {
                throw trouble.removeFirst();
            }
            return stored(group);
        };

        assertThat(answer(commits.submit(told("0001", null)))).isInstanceOf(Outcome.Judged.class);
    }

    @Test
    void asksToRepeat_whenTheDatabaseIsAway() {
        commits.start();
        database = group -> {
            throw new DataAccessResourceFailureException("rehearsed");
        };

        assertAsksToRepeat(commits.submit(told("0001", null)));
    }

    @Test
    void takesNothingInWhileTheDiskIsLow_andOpensByItself() throws Exception {
        commits.start();
        free.set(DataSize.ofMegabytes(255).toBytes());
        disk.look();
        assertThatThrownBy(() -> answer(commits.submit(told("0001", null))))
                .hasRootCauseInstanceOf(ProblemException.class)
                .rootCause()
                .satisfies(refused -> assertThat(
                                ((ProblemException) refused).problem().code())
                        .isEqualTo("DISK-LOW"));
        assertThat(groups).isEmpty();

        free.set(DataSize.ofMegabytes(256).toBytes());
        disk.look();
        assertThat(answer(commits.submit(told("0001", null)))).isInstanceOf(Outcome.Judged.class);
    }

    @Test
    void keepsTwoWithOneKeyApart_andInOrder() throws Exception {
        List<CompletableFuture<Outcome>> futures = together(told("0001", "k"), told("0001", "k"), told("0002", null));
        for (CompletableFuture<Outcome> future : futures) {
            answer(future);
        }

        assertThat(groups)
                .allSatisfy(group -> assertThat(group.stream()
                                .map(Submission::answered)
                                .filter(key -> key != null)
                                .count())
                        .isLessThanOrEqualTo(1));
        assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(1 + 3);
    }

    @Test
    void asksToComeLater_whenTooManyWaitOrItHasStopped() throws Exception {
        CountDownLatch go = occupied();
        List<CompletableFuture<Outcome>> futures = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            futures.add(commits.submit(told("00" + (10 + i), null)));
        }
        assertAsksToRepeat(futures.getLast());
        go.countDown();
        answer(futures.getFirst());

        commits.stop();
        assertAsksToRepeat(commits.submit(told("0099", null)));
    }

    /** Submits while the writer is busy, so that all wait for one group. */
    private List<CompletableFuture<Outcome>> together(Submission... submissions) throws Exception {
        Function<List<Submission>, List<Outcome>> wanted = database;
        CountDownLatch go = occupied();
        List<CompletableFuture<Outcome>> futures = new ArrayList<>();
        for (Submission submission : submissions) {
            futures.add(commits.submit(submission));
        }
        database = wanted;
        go.countDown();
        return futures;
    }

    /** Starts the writer and keeps it in a commit until the latch is let go. */
    private CountDownLatch occupied() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        database = group -> {
            inside.countDown();
            try {
                go.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return stored(group);
        };
        commits.start();
        commits.submit(told("9999", null));
        assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
        return go;
    }

    private static Outcome answer(CompletableFuture<Outcome> future) throws Exception {
        return future.get(5, TimeUnit.SECONDS);
    }

    private static void assertAsksToRepeat(CompletableFuture<Outcome> future) {
        assertThatThrownBy(() -> answer(future))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(503);
                    assertThat(refused.retryAfter()).isPositive();
                });
    }

    private static List<Outcome> stored(List<Submission> group) {
        return group.stream()
                .<Outcome>map(one -> new Outcome.Judged(new DossierAnswer.Accepted(
                        one.command().number().value(),
                        one.command().eventId(),
                        1,
                        null,
                        Instant.EPOCH,
                        List.of(),
                        false)))
                .toList();
    }

    private static Submission told(String sequence, String key) {
        DossierNumber number =
                DossierNumber.parse("H15.24133-260105-" + sequence).orElseThrow();
        assertThat(number.received()).isEqualTo(LocalDate.of(2026, 1, 5));
        Caller caller = new Caller("H15.24133", "Một cửa mẫu", "H15.24133", Set.of(), null, Caller.Kind.CLIENT);
        ProgressStep step = new ProgressStep(
                1L,
                OffsetDateTime.parse("2026-01-05T08:00:00+07:00"),
                "Cán bộ Mẫu",
                null,
                null,
                "Đã xem",
                DossierStatus.IN_PROGRESS,
                null,
                null,
                Map.of());
        TellStep command = new TellStep(Ids.next(), number, caller, null, step);
        AnswerKey answered = key == null ? null : new AnswerKey("H15.24133", key, new byte[32]);
        Submission plain =
                Submission.of(command, Intake.evidence("rest", command, "{}".getBytes(StandardCharsets.UTF_8)));
        return new Submission(command, plain.evidence(), answered, List.of(), null, null);
    }
}
