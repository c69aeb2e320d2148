package vn.lienthong.crash;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import vn.lienthong.testing.MadeUp;

/** The life of one made-up dossier: states and steps, mixed at random, from acceptance to return. */
final class Script {
    private final String number = MadeUp.number();
    private final RandomGenerator random;
    private final List<Telling> tellings = new ArrayList<>();
    private int revision;
    private int sequence;

    private Script(RandomGenerator random) {
        this.random = random;
    }

    static Iterator<Telling> of(RandomGenerator random) {
        Script script = new Script(random);
        script.state("ACCEPTED");
        script.steps(2, "ACCEPTED");
        script.state("IN_PROGRESS");
        script.steps(3, "IN_PROGRESS");
        // the same status told again: states that may replace each other while they wait
        for (int i = random.nextInt(3); i > 0; i--) {
            script.state("IN_PROGRESS");
        }
        if (random.nextInt(3) == 0) {
            script.state("SUPPLEMENT_REQUESTED");
            script.state("IN_PROGRESS");
        }
        script.steps(2, "IN_PROGRESS");
        script.state("PROCESSED");
        script.steps(1, "PROCESSED");
        script.state("RETURNED");
        return script.tellings.iterator();
    }

    private void state(String status) {
        ObjectNode body = MadeUp.state(++revision, status);
        add(false, "summary", body);
    }

    private void steps(int most, String status) {
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            add(true, "note", MadeUp.step(++sequence, status));
        }
    }

    private void add(boolean step, String field, ObjectNode body) {
        int place = tellings.size() + 1;
        String mark = number + " / " + place;
        // every other caller relies on revision and sequence alone
        String key = random.nextBoolean() ? new UUID(random.nextLong(), random.nextLong()).toString() : "";
        tellings.add(new Telling(number, place, step, mark, body.put(field, mark), key));
    }
}
