package vn.lienthong.portal.session;

import org.jspecify.annotations.Nullable;
import vn.lienthong.portal.session.ServiceContract.Shape;

/**
 * Fields of a call.
 *
 * @param unit the field for the unit it is made for; null where there is none
 * @param data the field that holds what is sent
 */
public record Envelope(
        String session, String service, @Nullable String unit, String data, Shape shape) {}
