package vn.lienthong.citizen.tracker;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.kernel.Page;

/**
 * The record of every look-up. A question is on record before it leaves for a register, and how it ended before an answer
 * leaves for the officer: where the record cannot be written, neither leaves.
 */
@Component
public class DataTracker {
    private final TrackerRepository repository;
    private final TransactionTemplate transaction;

    DataTracker(TrackerRepository repository, TransactionTemplate transaction) {
        this.repository = repository;
        this.transaction = transaction;
    }

    /** Puts a question on record that is about to leave; it survives the end of this process. */
    public void asked(TrackedQuestion question) {
        transaction.executeWithoutResult(status -> {
            repository.soon();
            repository.add(question);
        });
    }

    /**
     * Puts on record how a question ended, in the caller's transaction; {@code toldNumber} where the register told another
     * number than was asked for.
     */
    public void ended(UUID question, TrackedEnd end, @Nullable String toldNumber) {
        repository.end(question, end, toldNumber);
    }

    /** Puts a question on record together with its end: refused, or answered from what is held. */
    public void whole(TrackedQuestion question, TrackedEnd end) {
        transaction.executeWithoutResult(status -> {
            repository.add(question);
            repository.end(question.id(), end, null);
        });
    }

    /** Who looked at this person's data, newest first. */
    public Page<Tracked> about(
            String personalId, @Nullable Instant from, @Nullable Instant to, @Nullable UUID after, int limit) {
        return repository.about(personalId, from, to, after, limit);
    }

    /** When a question of each of these dossiers ended last; those without one are left out. */
    public Map<String, Instant> lastEnds(Collection<String> dossiers) {
        return repository.lastEnds(dossiers);
    }

    /** The questions of a dossier, newest first; a page full. */
    public List<Tracked> ofDossier(String dossierNumber) {
        return repository.ofDossier(dossierNumber);
    }

    /** The mark of a person, for the audit. */
    public String markOf(String personalId) {
        return repository.shortMark(personalId);
    }

    /**
     * How a dossier's questions about this person ended, newest first, without refusals and without matches that told no
     * field; with {@code field} only those that asked for it.
     */
    public List<TrackedEnd> endsOf(String dossierNumber, String register, String personalId, @Nullable String field) {
        return repository.ends(dossierNumber, register, personalId, field);
    }
}
