package vn.lienthong.post.handover;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.lienthong.access.Caller;

/**
 * A hand-over as far as it can be judged without knowing what is stored.
 *
 * @param id the identity of the hand-over and of the manifest's evidence
 * @param digest of what the manifest says
 * @param signedAt when the record is signed: the legal time of submission
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Draft(UUID id, Caller caller, Manifest manifest, byte[] digest, OffsetDateTime signedAt, List<Judged> items) {}
