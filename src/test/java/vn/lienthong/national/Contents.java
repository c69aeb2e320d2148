package vn.lienthong.national;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.DateTimes;
import vn.lienthong.dossier.DossierContent;
import vn.lienthong.dossier.DossierContent.Channel;
import vn.lienthong.dossier.DossierContent.CollectedBy;
import vn.lienthong.dossier.DossierContent.Document;
import vn.lienthong.dossier.DossierContent.Fee;
import vn.lienthong.dossier.DossierContent.FeeKind;
import vn.lienthong.dossier.DossierContent.OnlinePayment;
import vn.lienthong.dossier.DossierContent.Party;
import vn.lienthong.dossier.DossierContent.PartyType;
import vn.lienthong.dossier.DossierContent.ResultPaper;
import vn.lienthong.dossier.DossierContent.ReturnBy;
import vn.lienthong.dossier.DossierContent.Supplement;
import vn.lienthong.dossier.DossierStatus;

/** Dossier contents of all shapes, made of what the national form has a place for. */
final class Contents {
    static final String NUMBER = "H15.24133-261121-0007";
    static final String AGENCY = "H15.24133";

    private Contents() {}

    static Arbitrary<DossierContent> all() {
        return Combinators.combine(heads(), lists(), tails()).as(Contents::assemble);
    }

    private static DossierContent assemble(Head head, Lists lists, Tail tail) {
        List<OffsetDateTime> times = head.times();
        return new DossierContent(
                head.procedure(),
                head.channel(),
                head.status(),
                times.get(0),
                times.get(1),
                times.get(2),
                times.get(3),
                times.get(4),
                times.get(5),
                head.applicant(),
                null,
                tail.summary(),
                AGENCY,
                AGENCY,
                null,
                tail.returnBy(),
                tail.receipt(),
                lists.documents(),
                lists.fees(),
                lists.supplements(),
                lists.results(),
                tail.payment(),
                tail.verified(),
                tail.atPortal(),
                lists.databases(),
                null,
                List.of(),
                null,
                tail.national());
    }

    record Head(String procedure, Channel channel, DossierStatus status, List<OffsetDateTime> times, Party applicant) {}

    record Lists(
            List<Document> documents,
            List<Fee> fees,
            List<Supplement> supplements,
            List<ResultPaper> results,
            List<String> databases) {}

    record Tail(
            String summary,
            ReturnBy returnBy,
            String receipt,
            OnlinePayment payment,
            Boolean verified,
            boolean atPortal,
            java.util.Map<String, Object> national) {}

    private static Arbitrary<Head> heads() {
        return Combinators.combine(
                        Arbitraries.of("1.001193", "2.000815", "QTTP-20"),
                        Arbitraries.of(Channel.class),
                        Arbitraries.of(DossierStatus.class),
                        times().injectNull(0.3).list().ofSize(6),
                        parties())
                .as(Head::new);
    }

    private static Arbitrary<Tail> tails() {
        return Combinators.combine(
                        text(),
                        Arbitraries.of(ReturnBy.class).injectNull(0.3),
                        text(),
                        Arbitraries.of(OnlinePayment.class).injectNull(0.3),
                        Arbitraries.of(true, false).injectNull(0.3),
                        Arbitraries.of(true, false),
                        HostileTexts.unknownFields(
                                "GhiChu",
                                "ThongTinKhac",
                                "ThongTinTra",
                                "TenTTHC",
                                "MaLinhVuc",
                                "TenLinhVuc",
                                "DonViXuLy"))
                .as(Tail::new);
    }

    private static Arbitrary<Lists> lists() {
        return Combinators.combine(
                        documents().list().ofMaxSize(3),
                        fees().list().ofMaxSize(2),
                        supplements().list().ofMaxSize(2),
                        results().list().ofMaxSize(2),
                        Arbitraries.of("POPULATION", "7", "HTTDK").list().ofMaxSize(3))
                .as(Lists::new);
    }

    static Arbitrary<OffsetDateTime> times() {
        return DateTimes.dateTimes()
                .between(LocalDateTime.of(1976, 1, 2, 0, 0), LocalDateTime.of(2999, 12, 30, 0, 0))
                .map(local -> local.withNano(0).atOffset(ZoneOffset.ofHours(7)));
    }

    private static Arbitrary<String> text() {
        return HostileTexts.texts().injectNull(0.3);
    }

    private static Arbitrary<Party> parties() {
        Arbitrary<String> personal = Arbitraries.of("066090000011", "240123456").injectNull(0.3);
        Arbitrary<String> names = HostileTexts.texts().filter(name -> !name.isBlank());
        Arbitrary<Party> people = Combinators.combine(
                        names, Arbitraries.oneOf(personal, text()), text(), text(), text(), text())
                .as((name, number, phone, mail, fax, account) ->
                        new Party(PartyType.CITIZEN, name, number, null, phone, mail, fax, null, account));
        Arbitrary<Party> others = Combinators.combine(
                        Arbitraries.of(PartyType.BUSINESS, PartyType.ORGANISATION, PartyType.STATE_AGENCY),
                        names,
                        personal,
                        Arbitraries.of("0100233488", "0100109106-001", "QĐ-12/UBND")
                                .injectNull(0.3),
                        text())
                .as((type, name, number, tax, phone) ->
                        new Party(type, name, number, tax, phone, null, null, null, null));
        return Arbitraries.oneOf(people, others);
    }

    private static Arbitrary<Document> documents() {
        Arbitrary<Boolean> flags = Arbitraries.of(true, false).injectNull(0.3);
        return Combinators.combine(
                        text(),
                        HostileTexts.texts(),
                        text(),
                        Arbitraries.of("https://mc.example.test/f/f-1?sig=a%20b", "ftp://x")
                                .injectNull(0.3),
                        flags,
                        flags,
                        flags,
                        Arbitraries.of(true).injectNull(0.7))
                .flatAs((id, name, component, link, digitised, reused, national, deleted) -> HostileTexts.unknownFields(
                                "MaKetQuaThayThe")
                        .map(rest ->
                                new Document(id, name, component, link, digitised, reused, national, deleted, rest)));
    }

    private static Arbitrary<Fee> fees() {
        return Combinators.combine(
                        text(),
                        text(),
                        Arbitraries.longs().between(0, 999_999_999_999_999_999L).injectNull(0.2),
                        Arbitraries.of(FeeKind.class).injectNull(0.2),
                        Arbitraries.of(CollectedBy.class).injectNull(0.2),
                        HostileTexts.unknownFields())
                .as(Fee::new);
    }

    private static Arbitrary<Supplement> supplements() {
        Arbitrary<OffsetDateTime> time = times().injectNull(0.3);
        return Combinators.combine(
                        text(),
                        time,
                        text(),
                        text(),
                        time,
                        time,
                        time,
                        HostileTexts.unknownFields("TrangThaiBoSung", "ThongTinTiepNhan", "DanhSachGiayToBoSung"))
                .as(Supplement::new);
    }

    private static Arbitrary<ResultPaper> results() {
        return Combinators.combine(text(), text(), text(), text(), text(), HostileTexts.unknownFields())
                .as((id, title, component, code, link, rest) ->
                        new ResultPaper(id, title, component, code, null, link, rest));
    }
}
