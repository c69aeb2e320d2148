package vn.lienthong.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.access.AccessProperties;
import vn.lienthong.access.Rights;
import vn.lienthong.access.Scopes;
import vn.lienthong.kernel.Ids;

/** Tells the systems of agencies and platforms what happened. */
@Component
public class Inbox {
    private final ToldRepository told;
    private final Rights rights;
    private final ObjectMapper json;
    private final Set<String> readers;

    Inbox(ToldRepository told, Rights rights, AccessProperties access, ObjectMapper json) {
        this.told = told;
        this.rights = rights;
        this.json = json;
        this.readers = access.clients().stream()
                .filter(client -> client.scopes().contains(Scopes.INBOX_READ))
                .flatMap(client -> Optional.ofNullable(client.agency()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Puts these before their receivers in the caller's transaction: told if and only if the fact is committed. Events about
     * one thing keep the order in which they are told as long as the caller holds a lock on that thing.
     */
    public void tell(List<InboxEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is told in the transaction of its fact");
        }
        told.add(events.stream().map(this::told).toList());
    }

    /** Tells one event, see {@link #tell(List)}. */
    public void tell(InboxEvent event) {
        tell(List.of(event));
    }

    private ToldRepository.Told told(InboxEvent event) {
        return new ToldRepository.Told(
                Ids.next(),
                addresses(event.receiver()),
                event.type(),
                event.subject(),
                event.at(),
                bytes(event.data()));
    }

    private List<String> addresses(Receiver receiver) {
        return switch (receiver) {
            case Receiver.OfAgency agency -> addresses(agency.code(), rights.whoMaySee(agency.code()));
            case Receiver.OfClient client -> List.of(client.address());
        };
    }

    /**
     * The agency's own always, so that a system it gets later finds what waits; those above only where somebody reads. One that
     * ended is written as it is: its successor takes its place when the event takes its position, after all that came before.
     */
    private List<String> addresses(String own, List<String> selfAndAbove) {
        return Stream.concat(Stream.of(own), selfAndAbove.stream().skip(1).filter(this::isRead))
                .toList();
    }

    /** Asked anew each time: a reader may bear another code from one day to the next. */
    private boolean isRead(String agency) {
        return readers.stream().anyMatch(reader -> rights.sameUnder(reader).equals(agency));
    }

    private byte[] bytes(Object data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (JsonProcessingException defect) {
            throw new IllegalArgumentException("An event that is no JSON", defect);
        }
    }
}
