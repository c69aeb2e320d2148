package vn.lienthong.citizen.held;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Equal questions at one moment on this node: the first is asked, the others wait for its answer. */
public final class SharedCalls<K, V> {
    private final Map<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

    /** An answer, and whether this call made it. */
    public record Shared<V>(V value, boolean own) {}

    /** Asks, or waits for whoever is asking; {@code late} is the answer when that takes longer than {@code longest}. */
    public Shared<V> ask(K key, Duration longest, Supplier<V> call, V late) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> first = underWay.putIfAbsent(key, mine);
        if (first != null) {
            return new Shared<>(await(first, longest, late), false);
        }
        try {
            V answer = call.get();
            mine.complete(answer);
            return new Shared<>(answer, true);
        } catch (RuntimeException | Error failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            underWay.remove(key, mine);
        }
    }

    private static <V> V await(CompletableFuture<V> first, Duration longest, V late) {
        try {
            return first.get(Math.max(1, longest.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return late;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return late;
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        }
    }
}
