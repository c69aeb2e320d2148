package vn.lienthong.post.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever the post tells, in whatever order. */
class ParcelPropertyTest {
    @Property
    void endsInTheSameState_whateverTheOrder(@ForAll("histories") List<ParcelEvent> events, @ForAll long seed) {
        List<ParcelEvent> turned = new ArrayList<>(events);
        Collections.shuffle(turned, new Random(seed));

        assertThat(folded(turned)).isEqualTo(folded(events));
    }

    @Property
    void neverGoesBack(@ForAll("histories") List<ParcelEvent> events) {
        Parcel parcel = ParcelTest.fresh();
        for (ParcelEvent event : events) {
            Parcel next = parcel.with(event);
            if (parcel.reported() != null && next.reported() != null) {
                assertThat(next.reported().level())
                        .isGreaterThanOrEqualTo(parcel.reported().level());
            }
            assertThat(next.delivered() || !parcel.delivered()).isTrue();
            parcel = next;
        }
    }

    private static Parcel folded(List<ParcelEvent> events) {
        Parcel parcel = ParcelTest.fresh();
        for (ParcelEvent event : events) {
            parcel = parcel.with(event);
        }
        return parcel;
    }

    @Provide
    Arbitrary<List<ParcelEvent>> histories() {
        Arbitrary<ParcelEvent> event = Combinators.combine(
                        Arbitraries.of(ParcelState.class), Arbitraries.longs().between(0, 6))
                .as((state, seconds) -> ParcelTest.event(state.name(), seconds));
        return event.list().uniqueElements(ParcelEvent::eventId).ofMaxSize(12);
    }
}
