package vn.lienthong.citizen.register;

/** An answer does not have the form it must have. The message names the place and nothing of the content. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String place) {
        super(place);
    }
}
