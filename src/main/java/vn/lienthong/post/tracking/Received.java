package vn.lienthong.post.tracking;

import java.util.List;
import vn.lienthong.access.Caller;
import vn.lienthong.evidence.Message;

/**
 * Events as they came in.
 *
 * @param source who numbers them
 * @param caller in whose name a dossier is moved
 * @param message the exact bytes that brought them
 * @param keepStrangers whether events of parcels that are not known are kept until they are: a feed tells them once, a
 *     caller can tell them again
 */
record Received(String source, Caller caller, Message message, boolean keepStrangers, List<ParcelEvent> events) {}
