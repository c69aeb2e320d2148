package vn.lienthong.portal.session;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.lienthong.kernel.SchemaFiles;
import vn.lienthong.kernel.StartRefused;
import vn.lienthong.partner.Partner;
import vn.lienthong.partner.Partners;
import vn.lienthong.portal.session.ServiceContract.Shape;

/** The contracts of all enabled partners that sign in with an account, read and held against their entries at the start. */
@Component
public class ServiceContracts {
    private final Map<String, ServiceContract> contracts = new TreeMap<>();

    /** Reads them; what is wrong refuses the start. */
    public ServiceContracts(Partners partners, SchemaFiles files) {
        partners.all().forEach((id, partner) -> {
            if (partner.account() != null) {
                contracts.put(id, checked(id, partner, files));
            }
        });
    }

    /** The partner's contract. */
    public ServiceContract of(String partnerId) {
        ServiceContract contract = contracts.get(partnerId);
        if (contract == null) {
            throw new IllegalArgumentException("No contract for partner " + partnerId);
        }
        return contract;
    }

    /** The partners that have one. */
    public Set<String> partners() {
        return contracts.keySet();
    }

    private static ServiceContract checked(String id, Partner partner, SchemaFiles files) {
        String name = "contracts/" + id + ".yaml";
        ServiceContract contract = ServiceContractReader.read(files, name);
        Set<String> untold = new TreeSet<>(partner.kinds());
        untold.removeAll(contract.kinds().keySet());
        String entry = "lienthong.partners." + id;
        if (!untold.isEmpty()) {
            throw new StartRefused(
                    entry + ".kinds có " + untold + " mà tệp " + files.whereIs(name) + " không mô tả dưới kinds",
                    entry + ".kinds names " + untold + ", which the file " + files.whereIs(name)
                            + " does not describe under kinds");
        }
        if (contract.envelope().shape() != Shape.LIST && partner.batch() != 1) {
            throw new StartRefused(
                    entry + ".batch phải là 1: tệp " + files.whereIs(name) + " gửi mỗi lần một hồ sơ (call.shape)",
                    entry + ".batch must be 1: the file " + files.whereIs(name)
                            + " sends one dossier in a call (call.shape)");
        }
        return contract;
    }
}
