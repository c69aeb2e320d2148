package vn.lienthong.post.tracking;

/** One entry of a message: an event, or why it is none. */
sealed interface ToldEvent {
    /** It reads. */
    record Good(ParcelEvent event) implements ToldEvent {}

    /** It does not. */
    record Bad(Taken answer) implements ToldEvent {}
}
