package vn.lienthong.post.handover;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.lienthong.testing.MadeUp;

/** Manifests of parcels that nobody sent. */
public final class MadeUpManifest {
    private static final AtomicInteger LAST = new AtomicInteger(100_000);

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();

    /** A manifest without items under a number of its own. */
    public MadeUpManifest() {
        body.put("manifestNumber", "BK-" + LAST.incrementAndGet());
        body.putObject("postOffice").put("code", "630000").put("name", "Bưu cục Buôn Ma Thuột");
        body.put("handedOverAt", MadeUp.at(16, 0));
        body.putArray("items");
    }

    /** A number of a parcel that no other test of this JVM uses. */
    public static String parcel() {
        return "RR" + LAST.incrementAndGet() + "VN";
    }

    /** Adds a parcel with a dossier that has this number, or none yet. */
    public MadeUpManifest with(@Nullable String dossierNumber) {
        return with(parcel(), dossierNumber, item -> {});
    }

    /** Adds a parcel, changed as told. */
    public MadeUpManifest with(String parcel, @Nullable String dossierNumber, Consumer<ObjectNode> change) {
        ObjectNode item = body.withArray("items").addObject();
        item.put("parcelNumber", parcel).put("dossierNumber", dossierNumber);
        item.set("dossier", dossier());
        item.putArray("documents")
                .addObject()
                .put("componentCode", "TP01")
                .put("name", "Tờ khai đăng ký khai sinh.pdf");
        item.put("feesCollected", 0);
        change.accept(item);
        return this;
    }

    /** Changes the manifest's head. */
    public MadeUpManifest head(Consumer<ObjectNode> change) {
        change.accept(body);
        return this;
    }

    private static ObjectNode dossier() {
        ObjectNode dossier = JsonNodeFactory.instance.objectNode();
        dossier.put("procedureCode", "1.001193").put("submittedAt", MadeUp.at(7, 35));
        dossier.putObject("applicant")
                .put("type", "CITIZEN")
                .put("name", "Nguyễn Thị Mẫu Đường")
                .put("personalId", "066190000013")
                .put("phone", "0900000001");
        return dossier.put("intakeAgency", MadeUp.WARD).put("competentAgency", MadeUp.WARD);
    }

    /** Its number. */
    public String number() {
        return body.path("manifestNumber").asText();
    }

    /** As it is sent. */
    public String json() {
        return body.toString();
    }

    byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }
}
