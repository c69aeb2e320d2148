/** Pushes inboxes to addresses that their receivers registered: Standard Webhooks, in order, one node at a time. */
@NullMarked
package vn.lienthong.inbox.callback;

import org.jspecify.annotations.NullMarked;
