package vn.lienthong.console;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.Masking;

/** What stands at the head of a dossier: the person behind it masked unless it is open. */
final class DossierFacts {
    private DossierFacts() {}

    /** One fact; {@code label} is a key of the texts, {@code personal} whether it was masked or opened. */
    record Fact(String label, String text, boolean personal) {}

    /** The facts in the order a clerk reads them; what was not told is left out. */
    static List<Fact> of(DossierContent content, boolean open, Desk desk) {
        List<Fact> facts = new ArrayList<>();
        person(facts, "applicant", content.applicant(), open);
        DossierContent.Party submitter = content.submitter();
        if (submitter != null) {
            person(facts, "submitter", submitter, open);
        }
        add(facts, "summary", open ? content.summary() : content.summary() == null ? null : Mask.HIDDEN, true);
        add(facts, "channel", desk.say(words(content.channel())), false);
        time(facts, "submittedAt", content.submittedAt(), desk);
        time(facts, "acceptedAt", content.acceptedAt(), desk);
        time(facts, "appointmentAt", content.appointmentAt(), desk);
        time(facts, "processedAt", content.processedAt(), desk);
        time(facts, "returnedAt", content.returnedAt(), desk);
        time(facts, "refusedAt", content.refusedAt(), desk);
        add(facts, "receiptNumber", content.receiptNumber(), false);
        add(facts, "documents", Integer.toString(content.documents().size()), false);
        return facts;
    }

    private static Bilingual words(DossierContent.Channel channel) {
        return switch (channel) {
            case COUNTER -> new Bilingual("tại quầy", "at the counter");
            case ONLINE -> new Bilingual("trực tuyến", "online");
            case POSTAL -> new Bilingual("bưu chính", "by post");
        };
    }

    private static void person(List<Fact> facts, String role, DossierContent.Party party, boolean open) {
        add(facts, role, open ? party.name() : Masking.name(party.name()), true);
        add(facts, role + ".personalId", open ? party.personalId() : Masking.number(party.personalId()), true);
        add(facts, role + ".taxCode", open ? party.taxCode() : Masking.number(party.taxCode()), true);
        if (open) {
            add(facts, role + ".phone", party.phone(), true);
            add(facts, role + ".address", party.address(), true);
        }
    }

    private static void time(List<Fact> facts, String label, @Nullable OffsetDateTime at, Desk desk) {
        Moment moment = at == null ? null : desk.moment(at.toInstant());
        add(facts, label, moment == null ? null : moment.text(), false);
    }

    private static void add(List<Fact> facts, String label, @Nullable String text, boolean personal) {
        if (text != null && !text.isBlank()) {
            facts.add(new Fact("fact." + label, text, personal));
        }
    }
}
