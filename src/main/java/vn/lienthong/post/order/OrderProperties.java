package vn.lienthong.post.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.lienthong.partner.ClientTokens;
import vn.lienthong.partner.Secret;

/**
 * How orders are given to the post: {@code lienthong.post.order.*}. Address and time limits stand in the partner entry
 * {@code post}.
 *
 * @param form which of the post's three services it is (default NGSP)
 * @param tokenPath where tokens are given, below the partner's address (default /token)
 * @param orderPath where orders are taken (default that of NGSP)
 * @param unnumberedPath where orders without a parcel number are taken, where that is another place (LGSP)
 * @param cancelPath where orders are called off; none: by telephone
 * @param key our key at the post
 * @param secret its secret; for DIRECT the token of the address
 * @param waybills whether we allot parcel numbers from a pool (default false: the post numbers)
 * @param lowStock so few numbers left are told to the agency (default 50)
 * @param repeatsKnown whether the post recognises a repeated order number, so that an order in doubt may go again
 *     (default false: a person decides)
 * @param regionNeeded whether an address without a known region goes back to the agency (default true; else it goes as
 *     region 0 and the agency is told)
 * @param pickUp whether a postman collects parcels (default true; else the agency brings them)
 * @param receiverPays whether the price is collected from the receiver (default false)
 * @param price price of a parcel inside the sender's region in đồng (default 0)
 * @param priceBeyond price of a parcel beyond it (default 0)
 * @param customers the agencies as customers of the post
 */
@Validated
@ConfigurationProperties("lienthong.post.order")
record OrderProperties(
        @DefaultValue("NGSP") Form form,
        @DefaultValue("/token") String tokenPath,
        @DefaultValue("/apiVNPostNGSP/p1.0/order/post") String orderPath,
        @Nullable String unnumberedPath,
        @Nullable String cancelPath,
        @DefaultValue("") @Pattern(regexp = "[^:]{0,100}") String key,
        @DefaultValue @Valid Secret secret,
        @DefaultValue("false") boolean waybills,
        @DefaultValue("50") @Min(0) @Max(100_000) int lowStock,
        @DefaultValue("false") boolean repeatsKnown,
        @DefaultValue("true") boolean regionNeeded,
        @DefaultValue("true") boolean pickUp,
        @DefaultValue("false") boolean receiverPays,
        @DefaultValue("0") @Min(0) long price,
        @DefaultValue("0") @Min(0) long priceBeyond,
        @DefaultValue @Valid List<@Valid Customer> customers) {

    /** Who we are where tokens are given. */
    ClientTokens.Client client() {
        return new ClientTokens.Client(tokenPath, key, secret);
    }

    /** The customer for an agency: its own entry, or that of the nearest agency above it. */
    Optional<Customer> customer(String agency) {
        return customers.stream()
                .filter(entry -> agency.equals(entry.agency()) || agency.startsWith(entry.agency() + "."))
                .max(java.util.Comparator.comparingInt(entry -> entry.agency().length()));
    }

    /** The agency behind a customer's code. */
    @Nullable
    String agencyOf(String customer) {
        return customers.stream()
                .filter(entry -> entry.code().equals(customer))
                .map(Customer::agency)
                .findFirst()
                .orElse(null);
    }

    /** The post's services. */
    enum Form {
        /** The national sharing platform. */
        NGSP,
        /** A provincial platform before it. */
        LGSP,
        /** The post's own service, its token in the address. */
        DIRECT
    }

    /**
     * An agency as a customer.
     *
     * @param agency code of the agency, also for those below it
     * @param code the customer's code at the post
     * @param name who sends
     * @param address where the parcels come from
     * @param phone the sender's telephone number
     * @param email the sender's address for e-mail
     * @param province the sender's region at the post
     * @param district the region inside it
     */
    record Customer(
            String agency,
            String code,
            String name,
            String address,
            String phone,
            @Nullable String email,
            @DefaultValue("0") int province,
            @DefaultValue("0") int district) {}
}
