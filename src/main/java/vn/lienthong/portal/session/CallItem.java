package vn.lienthong.portal.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.lienthong.delivery.ClaimedDelivery;

/** A delivery and what is sent for it. */
public record CallItem(ClaimedDelivery delivery, ObjectNode item) {}
