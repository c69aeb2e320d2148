package vn.lienthong.citizen.register;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.partner.ClientTokens;
import vn.lienthong.partner.Secret;

/**
 * How a register wants to be called: {@code lienthong.registers.<partner id>}. Address and time limits stand in the
 * partner entry of the same id.
 *
 * @param wire a SOAP envelope, or a provincial proxy's JSON with the envelope as text in its answer (default SOAP)
 * @param scheme what stands in the headers (default NONE)
 * @param path below the partner's address (default none)
 * @param user our account at the register
 * @param secret its secret
 * @param apiKey value of {@code ApiKey}, or of {@code lgspaccesstoken}
 * @param client value of {@code X-Road-Client}: the member path of the caller
 * @param authUrl address that the digest of X-Road is made over
 * @param tokenPath where tokens are given (default /token)
 * @param sendUnit whether the officer's agency is told as MaDonVi (default false)
 * @param account value of TaiKhoan, if it is to be told
 * @param phone value of SoDienThoai, if it is to be told
 */
public record RegisterDoor(
        @DefaultValue("SOAP") Wire wire,
        @DefaultValue("NONE") DoorScheme scheme,

        @DefaultValue("") @Pattern(regexp = "(/[A-Za-z0-9._~/-]*)?")
        String path,

        @Nullable @Pattern(regexp = "[^:]{1,100}") String user,
        @Valid @DefaultValue Secret secret,
        @Valid @DefaultValue Secret apiKey,
        @Nullable String client,
        @Nullable String authUrl,
        @DefaultValue("/token") String tokenPath,
        @DefaultValue("false") boolean sendUnit,
        @Nullable String account,
        @Nullable String phone) {

    /** Plain SOAP, nothing in the headers. */
    static final RegisterDoor PLAIN = new RegisterDoor(
            Wire.SOAP, DoorScheme.NONE, "", null, Secret.NONE, Secret.NONE, null, null, "/token", false, null, null);

    /** Who we are where tokens are given. */
    ClientTokens.Client tokenClient() {
        return new ClientTokens.Client(tokenPath, user, secret);
    }

    /** What travels. */
    public enum Wire {
        SOAP,
        JSON_PROXY
    }
}
