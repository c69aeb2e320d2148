package vn.lienthong.portal.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.delivery.DeliveryOutcome;
import vn.lienthong.delivery.DeliveryOutcome.NotSent;
import vn.lienthong.delivery.DeliveryOutcome.Throttled;
import vn.lienthong.delivery.Reason;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partner.Account;
import vn.lienthong.partner.PartnerHttp;
import vn.lienthong.partner.Secrets;
import vn.lienthong.partner.WireAnswer;
import vn.lienthong.partner.WireRequest;
import vn.lienthong.portal.session.ServiceContract.SignInNames;

/**
 * Signs in at a partner. Its bytes hold a password, so they are no evidence. Whatever goes wrong here, no message has
 * left.
 */
@Component
class SignInCall {
    private final PartnerHttp http;
    private final ReplyTables tables;
    private final ServiceContracts contracts;

    SignInCall(PartnerHttp http, ReplyTables tables, ServiceContracts contracts) {
        this.http = http;
        this.tables = tables;
        this.contracts = contracts;
    }

    SignInReply make(String partnerId, Partner partner, Account account, Duration longest) {
        Optional<String> password = Secrets.password(account);
        if (password.isEmpty()) {
            return refused(Reason.SESSION_REFUSED, "không có mật khẩu / no password for " + account.name());
        }
        SignInNames names = contracts.of(partnerId).signIn();
        byte[] body = JsonNodeFactory.instance
                .objectNode()
                .put(names.username(), account.username())
                .put(names.password(), password.get())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        WireAnswer answer = http.post(
                partnerId,
                new WireRequest(
                        Addresses.login(partner, account), Addresses.headers(account), body, longest, () -> true));
        ReplyTable table = tables.of(partnerId);
        return switch (answer) {
            case WireAnswer.NotLeft kept -> refused(Reason.PARTNER_UNREACHABLE, kept.detail());
            case WireAnswer.Lost lost -> refused(Reason.PARTNER_UNREACHABLE, lost.detail());
            case WireAnswer.Broken broken -> refused(Reason.PARTNER_UNREACHABLE, broken.detail());
            case WireAnswer.Answered answered ->
                answered.ok() ? read(answered, table, names) : ofStatus(answered, table);
        };
    }

    private static SignInReply read(WireAnswer.Answered answered, ReplyTable table, SignInNames names) {
        Optional<JsonNode> body = ReplyParser.object(answered.bytes());
        Optional<Reply> reply = ReplyParser.reply(answered.bytes(), table);
        if (body.isEmpty() || reply.isEmpty()) {
            return refused(Reason.PARTNER_UNREACHABLE, "trả lời đăng nhập không đọc được / sign-in answer unreadable");
        }
        String session = ReplyParser.text(ReplyParser.at(body.get(), names.session()));
        if (reply.get().meaning().filter(ReplyClass.SUCCESS::equals).isPresent()
                && session != null
                && !session.isEmpty()) {
            return new SignInReply.Given(session);
        }
        if (reply.get().meaning().filter(ReplyClass.THROTTLED::equals).isPresent()) {
            return new SignInReply.Refused(throttled(answered, table));
        }
        return refused(Reason.SESSION_REFUSED, reply.get().words());
    }

    private static SignInReply ofStatus(WireAnswer.Answered answered, ReplyTable table) {
        return switch (table.ofStatus(answered.status())) {
            case THROTTLED -> new SignInReply.Refused(throttled(answered, table));
            case SESSION -> refused(Reason.SESSION_REFUSED, "HTTP " + answered.status());
            default -> refused(Reason.PARTNER_UNREACHABLE, "HTTP " + answered.status());
        };
    }

    private static DeliveryOutcome throttled(WireAnswer.Answered answered, ReplyTable table) {
        return new Throttled(Objects.requireNonNullElse(answered.retryAfter(), table.pause()));
    }

    private static SignInReply refused(Reason reason, String detail) {
        return new SignInReply.Refused(new NotSent(reason, "đăng nhập / sign-in: " + detail));
    }
}
