package vn.lienthong.intake.compat;

import java.util.Arrays;
import java.util.Optional;
import vn.lienthong.access.Scopes;

/** The services of the national protocol that this face answers. */
enum CompatService {
    DOSSIERS("DongBoHoSoMC", Scopes.DOSSIER_WRITE),
    STEPS("CapNhatTienDoHoSoMC", Scopes.DOSSIER_WRITE),
    LOOK_UP("TraCuuHoSo", Scopes.DOSSIER_READ),
    PROCEDURE("LayThuTuc", Scopes.DOSSIER_READ),
    PROCEDURES("LayDanhSachTTHC", Scopes.DOSSIER_READ),
    SECTORS("LayDanhMucLinhVuc", Scopes.DOSSIER_READ),
    AGENCIES("LayDanhMucCoQuan", Scopes.DOSSIER_READ);

    private final String wireName;
    private final String scope;

    CompatService(String wireName, String scope) {
        this.wireName = wireName;
        this.scope = scope;
    }

    /** The value of {@code service}. */
    String wireName() {
        return wireName;
    }

    /** What a caller needs for it. */
    String scope() {
        return scope;
    }

    /** Whether it brings dossiers or steps. */
    boolean pushes() {
        return this == DOSSIERS || this == STEPS;
    }

    static Optional<CompatService> named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.wireName.equals(name))
                .findFirst();
    }
}
