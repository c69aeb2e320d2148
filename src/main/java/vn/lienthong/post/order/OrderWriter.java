package vn.lienthong.post.order;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.lienthong.post.order.OrderProperties.Form;

/** Writes orders in the post's three forms: the national platform's, the provincial one's with two fields more, its own. */
@Component
class OrderWriter {
    private final OrderProperties settings;

    OrderWriter(OrderProperties settings) {
        this.settings = settings;
    }

    byte[] write(Parcel parcel) {
        ObjectNode order = settings.form() == Form.DIRECT ? direct(parcel) : shared(parcel);
        return order.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Both sides must come to the same order number, so the number stands first and everything is written. */
    private ObjectNode shared(Parcel parcel) {
        var sender = parcel.sender();
        var receiver = parcel.receiver();
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.put("CustomerCode", sender.code()).put("OrderNumber", parcel.orderNumber());
        order.put("CODAmount", parcel.cod());
        order.put("SenderProvince", sender.province()).put("SenderDistrict", sender.district());
        order.put("SenderAddress", sender.address()).put("SenderName", sender.name());
        order.put("SenderTel", sender.phone()).put("SenderEmail", empty(sender.email()));
        order.put("SenderDesc", parcel.contents()).put("Description", "");
        order.put("ReceiverName", receiver.name()).put("ReceiverAddress", receiver.address());
        order.put("ReceiverTel", receiver.phone());
        order.put("ReceiverProvince", receiver.region().province());
        order.put("ReceiverDistrict", receiver.region().district());
        order.put("ReceiverEmail", empty(receiver.email()));
        if (settings.form() == Form.LGSP) {
            order.put("ItemCode", empty(parcel.item())).put("FlagConfig", flag());
        }
        return order;
    }

    private ObjectNode direct(Parcel parcel) {
        var sender = parcel.sender();
        var receiver = parcel.receiver();
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.put("maKhachHang", sender.code()).put("soDonHang", parcel.orderNumber());
        order.put("maTinhGui", sender.province()).put("maHuyenGui", sender.district());
        order.put("tenNguoiGui", sender.name()).put("diaChiNguoiGui", sender.address());
        order.put("dienThoaiNguoiGui", sender.phone()).put("emailNguoiGui", empty(sender.email()));
        order.put("noiDungHang", parcel.contents()).put("ghiChu", "");
        order.put("soTienCOD", parcel.cod()).put("cuocChinh", parcel.price());
        order.put("tenNguoiNhan", receiver.name()).put("diaChiNguoiNhan", receiver.address());
        order.put("dienThoaiNguoiNhan", receiver.phone()).put("emailNguoiNhan", empty(receiver.email()));
        order.put("maTinhNhan", receiver.region().province());
        order.put("maHuyenNhan", receiver.region().district());
        return order.put("maBuuGui", empty(parcel.item())).put("flagConfig", flag());
    }

    private int flag() {
        return settings.pickUp() ? 2 : 1;
    }

    private static String empty(@org.jspecify.annotations.Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
