package vn.lienthong.access.internal.login;

import java.util.Optional;

/** What stands on the button that leads to the province's own sign-in. */
public interface ProviderName {
    /** Empty where none is set up. */
    Optional<String> name();
}
