package vn.lienthong.simulator.internal.portal;

/** The names of the portal's services. */
final class Service {
    static final String LOGIN = "login";
    static final String DOSSIERS = "DongBoHoSoMC";
    static final String PROGRESS = "CapNhatTienDoHoSoMC";
    static final String LOOK_UP = "TraCuuHoSo";

    private Service() {}
}
