package vn.lienthong.alert;

import vn.lienthong.kernel.Bilingual;

/**
 * Something that is wrong at this moment and asks for a person. Holds no personal data: it leaves the house by mail.
 *
 * @param cause stable name of what is wrong, such as {@code delivery:portal:MAYBE-SENT}; two alarms of one cause are one
 * @param local whether only this node can see it, and so only this node can see its end
 * @param what what happened and whose side it is
 * @param advice what to do
 * @param count how many stand for this cause
 * @param page the console's page about it
 */
record Alarm(String cause, boolean local, Bilingual what, Bilingual advice, long count, String page) {}
