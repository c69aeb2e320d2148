package vn.lienthong.alert;

import java.util.List;
import org.springframework.stereotype.Component;

/** What went wrong, for whoever wants to read it. */
@Component
public class Incidents {
    private final IncidentRepository rows;

    Incidents(IncidentRepository rows) {
        this.rows = rows;
    }

    /** What goes on, and then what is over, the latest first; at most so many. */
    public List<Incident> latest(int most) {
        return rows.latest(most);
    }
}
