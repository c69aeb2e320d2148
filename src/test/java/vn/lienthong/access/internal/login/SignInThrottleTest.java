package vn.lienthong.access.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.lienthong.kernel.SettableClock;

class SignInThrottleTest {
    private final SettableClock clock = new SettableClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void waitsLonger_eachTime_butNeverMoreThanAQuarterOfAnHour() {
        wrong(5);
        assertThat(open()).isFalse();
        clock.advance(Duration.ofSeconds(31));
        assertThat(open()).isTrue();
        wrong(1);
        clock.advance(Duration.ofSeconds(31));
        assertThat(open()).isFalse();
        clock.advance(Duration.ofSeconds(30));
        assertThat(open()).isTrue();
        wrong(40);
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(open()).isTrue();
    }

    @Test
    void forgets_onceThePasswordWasRight() {
        wrong(4);
        throttle.right("lead", "10.0.0.1");
        wrong(4);
        assertThat(open()).isTrue();
    }

    @Test
    void letsTheSamePersonIn_fromElsewhere() {
        wrong(9);
        assertThat(throttle.isOpen("lead", "10.0.0.2")).isTrue();
        assertThat(throttle.isOpen("viewer", "10.0.0.1")).isTrue();
    }

    @Test
    void takesTheAddressesOfOneSubscriberForOne() {
        for (int i = 0; i < 5; i++) {
            throttle.wrong("lead", "2001:db8:0:1::" + i);
        }
        assertThat(throttle.isOpen("lead", "2001:db8:0:1:ffff::1")).isFalse();
        assertThat(throttle.isOpen("lead", "2001:db8:0:2::1")).isTrue();
    }

    @Test
    void remembersABoundedNumber() {
        wrong(5);
        for (int i = 0; i < 10_000; i++) {
            throttle.wrong("user" + i, "10.0.0.9");
        }
        assertThat(open()).isTrue();
    }

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            throttle.wrong("lead", "10.0.0.1");
        }
    }

    private boolean open() {
        return throttle.isOpen("lead", "10.0.0.1");
    }
}
