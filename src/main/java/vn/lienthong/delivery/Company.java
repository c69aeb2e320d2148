package vn.lienthong.delivery;

import org.springframework.stereotype.Component;

/** Tells whether this gateway shares its database with others that run now. */
@Component
public class Company {
    private final Node node;

    Company(Node node) {
        this.node = node;
    }

    /** Whether another gateway runs on this database at this moment; one that was killed no longer counts. */
    public boolean present() {
        return node.hasCompany();
    }
}
