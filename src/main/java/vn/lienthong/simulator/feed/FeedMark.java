package vn.lienthong.simulator.feed;

import java.time.LocalDate;

/** What a feed remembers of itself: the day its numbers count from, and whether everything was taken. */
record FeedMark(LocalDate baseDay, boolean done) {}
