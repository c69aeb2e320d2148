package vn.lienthong.post.order;

import org.jspecify.annotations.Nullable;
import vn.lienthong.post.order.OrderProperties.Customer;

/**
 * What an order says, in no form yet.
 *
 * @param item number of the parcel where we allotted one
 * @param cod what the postman takes from the receiver, in đồng
 * @param price what the parcel costs, in đồng
 */
record Parcel(
        String orderNumber,
        @Nullable String item,
        Customer sender,
        Receiver receiver,
        String contents,
        long cod,
        long price) {
    /** Who gets it; region 0 where the post's code is not known. */
    record Receiver(
            String name,
            String address,
            String phone,
            @Nullable String email,
            Regions.Region region) {}
}
