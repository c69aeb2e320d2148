package vn.lienthong.intake.compat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierCommand;
import vn.lienthong.evidence.Message;
import vn.lienthong.intake.Intake;
import vn.lienthong.intake.Outcome;
import vn.lienthong.intake.Submission;
import vn.lienthong.intake.compat.Envelope.Slice;
import vn.lienthong.kernel.ProblemException;

/**
 * Takes the items of a call in. Items of different dossiers are handed in at once and share commits; those of one dossier
 * one after the other, each only when the one before was judged, so that a failure in between can never let a later one
 * overtake an earlier one.
 */
@Component
class PushDesk {
    private final PushReader reader;
    private final Intake intake;
    private final RefusedItems refusedItems;

    PushDesk(PushReader reader, Intake intake, RefusedItems refusedItems) {
        this.reader = reader;
        this.intake = intake;
        this.refusedItems = refusedItems;
    }

    /** Stores what can be stored and tells, after the commits, which items are not stored and why. */
    CompatReply take(Push push, byte[] body, List<Slice> slices) {
        Message envelope = new Message(
                        push.envelope(),
                        Message.Direction.IN,
                        "compat",
                        push.caller().clientId(),
                        null,
                        null,
                        body)
                .carrying(slices.stream()
                        .filter(Slice::object)
                        .map(slice -> Arrays.copyOfRange(body, slice.from(), slice.to()))
                        .toList());
        Map<String, CompletableFuture<Outcome>> lanes = new HashMap<>();
        List<Handed> handed = new ArrayList<>(slices.size());
        for (int i = 0; i < slices.size(); i++) {
            handed.add(handIn(push, i, slices.get(i), envelope, lanes));
        }
        await(handed);
        List<NotStored> notStored = new ArrayList<>();
        handed.forEach(one ->
                one.problem().ifPresent(problem -> notStored.add(new NotStored(one.index(), one.number(), problem))));
        refusedItems.note(push.agency(), notStored);
        return PushAnswer.of(push.service(), slices.size(), notStored);
    }

    private Handed handIn(
            Push push, int index, Slice slice, Message envelope, Map<String, CompletableFuture<Outcome>> lanes) {
        return switch (candidate(push, slice, envelope)) {
            case Candidate.Refused refused ->
                new Handed(
                        index,
                        refused.number(),
                        CompletableFuture.failedFuture(new ProblemException(refused.problem())));
            case Candidate.Ready ready -> {
                Submission submission = ready.submission();
                DossierCommand command = submission.command();
                String number = command.number().value();
                CompletableFuture<Outcome> before = lanes.get(number);
                CompletableFuture<Outcome> outcome = before == null
                        ? intake.submit(submission)
                        : before.thenCompose(judged -> intake.submit(submission));
                lanes.put(number, outcome);
                yield new Handed(index, number, outcome);
            }
        };
    }

    private Candidate candidate(Push push, Slice slice, Message envelope) {
        long largest = intake.settings().largestBody().toBytes();
        if (!slice.object()) {
            return new Candidate.Refused("", CompatProblems.itemNotAnObject());
        }
        if (slice.length() > largest) {
            return new Candidate.Refused("", CompatProblems.itemTooLarge(largest / 1024));
        }
        return reader.read(push, Arrays.copyOfRange(envelope.bytes(), slice.from(), slice.to()), envelope);
    }

    /** One patience for all of them; each then says for itself what became of it. */
    private void await(List<Handed> handed) {
        CompletableFuture<?>[] all = handed.stream().map(Handed::outcome).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).get(intake.settings().patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException someFailed) {
            // each item tells
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(CompatProblems.busy());
        }
    }
}
