package vn.lienthong.national;

import vn.lienthong.dossier.DossierContent.Channel;
import vn.lienthong.dossier.DossierContent.OnlinePayment;
import vn.lienthong.dossier.DossierContent.PartyType;
import vn.lienthong.dossier.DossierContent.ReturnBy;
import vn.lienthong.dossier.DossierStatus;

/** The code lists that law and every known implementation agree on; the others are settings. */
final class NationalCodes {
    static final CodeList<DossierStatus> STATUS = CodeList.counted(
            1,
            DossierStatus.REGISTERED,
            DossierStatus.ACCEPTED,
            DossierStatus.NOT_ACCEPTED,
            DossierStatus.IN_PROGRESS,
            DossierStatus.SUPPLEMENT_REQUESTED,
            DossierStatus.PAYMENT_REQUESTED,
            DossierStatus.WITHDRAWN,
            DossierStatus.STOPPED,
            DossierStatus.PROCESSED,
            DossierStatus.RETURNED);
    static final CodeList<Channel> CHANNEL = CodeList.counted(1, Channel.COUNTER, Channel.ONLINE, Channel.POSTAL);
    static final CodeList<PartyType> PARTY_TYPE =
            CodeList.counted(1, PartyType.CITIZEN, PartyType.BUSINESS, PartyType.STATE_AGENCY, PartyType.ORGANISATION);
    static final CodeList<ReturnBy> RETURN_BY = CodeList.counted(0, ReturnBy.COUNTER, ReturnBy.POST);
    static final CodeList<OnlinePayment> ONLINE_PAYMENT = CodeList.counted(
            0, OnlinePayment.NONE, OnlinePayment.PORTAL, OnlinePayment.PROVINCE, OnlinePayment.NOT_ONLINE);

    private NationalCodes() {}
}
