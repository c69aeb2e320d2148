package vn.lienthong.post.order;

/** The number of an order for a parcel with a result: dossier, direction and attempt, and nothing that chance gives. */
final class OrderNumber {
    private OrderNumber() {}

    static String of(String dossierNumber, int attempt) {
        return dossierNumber + "-R" + attempt;
    }
}
