package vn.lienthong.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.lienthong.delivery.DeliveryState;

/**
 * A page in one of the states in which it looks different.
 *
 * @param name what its pictures are called
 * @param user who looks at it; empty: anybody
 * @param error whether the answer is an error, which the browser notes as such
 * @param arrive how one gets there
 */
record Screen(String name, String user, boolean error, Consumer<Chromium> arrive) {
    private static final List<DeliveryState> OFFERING_DIFFERENT_VERBS = List.of(
            DeliveryState.READY,
            DeliveryState.SENDING,
            DeliveryState.UNCERTAIN,
            DeliveryState.REFUSED,
            DeliveryState.CONFIRMED);

    /** Brings the browser there. */
    void show(Chromium browser, String language) {
        browser.as(user).speaking(language);
        arrive.accept(browser);
    }

    /** All of them, those of one person together. */
    static List<Screen> all(Showroom room) {
        List<Screen> all = new ArrayList<>();
        all.addAll(inPublic(room));
        all.addAll(ofViewer(room));
        all.addAll(ofOperator(room));
        all.addAll(ofLead(room));
        return all;
    }

    private static List<Screen> inPublic(Showroom room) {
        String document = room.signedDocument().toString();
        return List.of(
                at("sign-in", "", "/login"),
                new Screen(
                        "sign-in-wrong",
                        "",
                        false,
                        browser -> browser.visit("/login")
                                .fill("#username", "nobody")
                                .fill("#password", "wrong")
                                .click("form button[type=submit]")),
                at("verify", "", "/verify"),
                at("verify-unknown", "", "/verify/00000000-0000-7000-8000-000000000000"),
                new Screen(
                        "verify-result",
                        "",
                        false,
                        browser -> browser.visit("/verify")
                                .fill("#document", document)
                                .click("form button[type=submit]")),
                at("progress", "", "/progress"),
                at("progress-found", "", "/progress?number=" + room.dossier()),
                at("progress-late", "", "/progress?number=" + room.late()),
                failing("progress-unknown", "", "/progress?number=H15.24133-260101-99999"));
    }

    private static List<Screen> ofViewer(Showroom room) {
        return List.of(
                at("today", "viewer", "/"),
                at("deliveries-viewer", "viewer", "/deliveries?state=PARKED"),
                at("delivery-viewer", "viewer", "/deliveries/" + room.told()),
                at("dossier-viewer", "viewer", "/dossiers/" + room.dossier()),
                at("partners-viewer", "viewer", "/partners"),
                at("work-items-viewer", "viewer", "/work-items"),
                at("tracker-closed", "viewer", "/data-tracker"),
                at("charts", "viewer", "/charts"),
                at("charts-week", "viewer", "/charts?period=7d&partner=portal"),
                at("incidents", "viewer", "/incidents"),
                at("certificates", "viewer", "/certificates"),
                at("paper-ledger", "viewer", "/paper-ledger"),
                at("paper-ledger-empty", "viewer", "/paper-ledger?agency=H99.99"),
                at("audit", "viewer", "/audit"),
                at("audit-empty", "viewer", "/audit?who=nobody"),
                at("dossiers", "viewer", "/dossiers"),
                at("dossiers-found", "viewer", "/dossiers?number=H15.24133"),
                at("dossiers-person", "viewer", "/dossiers?number=066090000011"),
                at("dossiers-none", "viewer", "/dossiers?number=H15.99999-26"),
                failing("error-400", "viewer", "/deliveries/x"),
                failing("error-403", "viewer", "/bulk-actions/new?act=CANCEL&scope=picked&ids=1"),
                failing("error-404", "viewer", "/dossiers/H15.24133-260101-99999"));
    }

    private static List<Screen> ofOperator(Showroom room) {
        return List.of(
                at("bulk-actions", "operator", "/bulk-actions"),
                at("bulk-action-running", "operator", room.running()),
                at("bulk-action-none", "operator", room.running() + "?outcome=REFUSED"),
                at("work-items", "operator", "/work-items"),
                new Screen(
                        "work-item-resolving",
                        "operator",
                        false,
                        browser -> browser.visit("/work-items").click("main summary")),
                at("views", "operator", "/views"),
                new Screen(
                        "view-saving",
                        "operator",
                        false,
                        browser -> browser.visit("/deliveries?state=PARKED").click(".shelf summary")),
                at("doctor", "operator", "/doctor"),
                at("partners", "operator", "/partners"));
    }

    private static List<Screen> ofLead(Showroom room) {
        List<Screen> lead = new ArrayList<>();
        lead.add(at("deliveries", "lead", "/deliveries"));
        lead.add(at("deliveries-by-reason", "lead", "/deliveries?group=reason"));
        lead.add(at("deliveries-none", "lead", "/deliveries?dossier=none"));
        for (DeliveryState state : OFFERING_DIFFERENT_VERBS) {
            lead.add(at("delivery-" + state.name(), "lead", "/deliveries/" + room.delivery(state)));
        }
        lead.add(at("delivery", "lead", "/deliveries/" + room.told()));
        lead.add(at("evidence", "lead", "/evidence/" + room.evidence()));
        lead.add(at("dossier", "lead", "/dossiers/" + room.dossier()));
        lead.add(at("dossier-late", "lead", "/dossiers/" + room.late()));
        lead.add(at(
                "bulk-order",
                "lead",
                "/bulk-actions/new?act=CANCEL&scope=picked&ids=" + room.delivery(DeliveryState.PARKED) + "&ids="
                        + room.delivery(DeliveryState.REFUSED)));
        lead.add(at("data-tracker", "lead", "/data-tracker"));
        lead.add(new Screen(
                "data-tracker-found",
                "lead",
                false,
                browser -> browser.visit("/data-tracker")
                        .fill("#personalId", Showroom.PERSON)
                        .fill("#why", "Đơn của công dân số 12")
                        .click("main form button")));
        lead.add(new Screen(
                "dossiers-of-person",
                "lead",
                false,
                browser -> browser.visit("/dossiers")
                        .click(".by-person summary")
                        .fill("#person", "066090000011")
                        .fill("#reason", "Công dân hỏi ở quầy số 3")
                        .click(".by-person button")));
        lead.add(at("operators", "lead", "/operators"));
        lead.add(at("second-factor", "lead", "/second-factor"));
        lead.add(at("correction-closed", "lead", "/dossiers/" + room.dossier() + "/edit"));
        lead.add(new Screen("keys", "lead", false, browser -> browser.visit("/").press("?")));
        lead.add(new Screen("dossier-open", "lead", false, browser -> reveal(browser, room.opened())));
        lead.add(new Screen("correction", "lead", false, browser -> edit(browser, room.opened(), "", "")));
        lead.add(
                new Screen("correction-wrong", "lead", false, browser -> edit(browser, room.opened(), "COUNTER", "X")));
        lead.add(new Screen(
                "correction-compared", "lead", false, browser -> edit(browser, room.opened(), "lần 1", "đã sửa")));
        return lead;
    }

    private static void reveal(Chromium browser, String number) {
        browser.visit("/dossiers/" + number);
        if (!browser.all("#why-reveal").isEmpty()) {
            browser.fill("#why-reveal", "Đối chiếu với Cổng").click("form[action$='/reveal'] button");
        }
    }

    private static void edit(Chromium browser, String number, String old, String corrected) {
        reveal(browser, number);
        browser.visit("/dossiers/" + number + "/edit");
        if (!old.isEmpty()) {
            browser.run(
                    "const text = document.getElementById('content'); text.value = text.value.replace(arguments[0], arguments[1])",
                    old,
                    corrected);
            browser.click("form.act button.plain");
        }
    }

    private static Screen at(String name, String user, String path) {
        return new Screen(name, user, false, browser -> browser.visit(path));
    }

    private static Screen failing(String name, String user, String path) {
        return new Screen(name, user, true, browser -> browser.visit(path));
    }
}
