package vn.lienthong.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each fault of the portal must come to, as one table. */
final class FaultTable {
    /**
     * A fault strikes the first attempt and the round after it, a second attempt or a question, then ends.
     *
     * <p>{@code together}: {@code alone}, or three deliveries in one call of which the portal refuses the middle one; the
     * word is what one bad item does to the others there, and such rows tell of all three. {@code login:} before a fault:
     * the session is over and the fault strikes the sign-in. {@code own}: the reason that the fault itself shows, named in
     * the rows {@code alone}. {@code repeats}: identical ones that the portal saw, which are no effect.
     */
    private static final String TABLE = """
            slow         = delay, slow-drip
            lost-before  = error, reset-before, down
            lost-after   = reset-after, late-effect
            unreadable   = garbage, truncated, wrong-encoding
            no-login     = login:error, login:reset-before, login:down, login:reset-after, login:garbage, login:truncated, login:wrong-encoding
            state        = create, update
            any          = create, update, step
            both         = rich, poor

            | fault           | read-back | together | kind  | ends as   | why on the way                | sent | asked | effects | repeats |
            | none, slow      | both      | alone    | any   | CONFIRMED | -                             | 1    | 0     | 1       | 0       |
            | throttle        | both      | alone    | any   | CONFIRMED | THROTTLED                     | 3    | 0     | 1       | 0       |
            | session-expired | both      | alone    | any   | CONFIRMED | SESSION-REFUSED               | 3    | 0     | 1       | 0       |
            | no-login        | both      | alone    | any   | CONFIRMED | PARTNER-UNREACHABLE           | 3    | 0     | 1       | 0       |
            | login:throttle  | both      | alone    | any   | CONFIRMED | THROTTLED                     | 3    | 0     | 1       | 0       |
            | lost-before     | rich      | alone    | any   | CONFIRMED | ANSWER-LOST                   | 2    | 2     | 1       | 0       |
            | lost-before     | poor      | alone    | state | CONFIRMED | ANSWER-LOST                   | 2    | 2     | 1       | 0       |
            | lost-before     | poor      | alone    | step  | PARKED    | ANSWER-LOST, MAYBE-SENT       | 1    | 2     | 0       | 0       |
            | lost-after      | rich      | alone    | any   | CONFIRMED | ANSWER-LOST                   | 1    | 2     | 1       | 0       |
            | lost-after      | poor      | alone    | state | CONFIRMED | ANSWER-LOST                   | 2    | 2     | 1       | 1       |
            | lost-after      | poor      | alone    | step  | PARKED    | ANSWER-LOST, MAYBE-SENT       | 1    | 2     | 1       | 0       |
            | unreadable      | rich      | alone    | any   | CONFIRMED | ANSWER-UNREADABLE             | 1    | 2     | 1       | 0       |
            | unreadable      | poor      | alone    | state | CONFIRMED | ANSWER-UNREADABLE             | 2    | 2     | 1       | 1       |
            | unreadable      | poor      | alone    | step  | PARKED    | ANSWER-UNREADABLE, MAYBE-SENT | 1    | 2     | 1       | 0       |
            | timeout         | rich      | alone    | any   | CONFIRMED | ANSWER-LOST                   | 1    | 2     | 1       | 0       |

            | none, slow | both | per-item       | any   | CONFIRMED / REFUSED / CONFIRMED | - / CONTENT-REFUSED / -                                  | 1 / 1 / 1 | 0 / 0 / 0 | 1 / 0 / 1 | 0 |
            | none, slow | rich | all-or-nothing | any   | CONFIRMED / REFUSED / CONFIRMED | BATCH-FAILED / BATCH-FAILED, CONTENT-REFUSED / BATCH-FAILED | 2 / 2 / 2 | 1 / 1 / 1 | 1 / 0 / 1 | 0 |
            | none, slow | poor | all-or-nothing | state | CONFIRMED / REFUSED / CONFIRMED | BATCH-FAILED / BATCH-FAILED, CONTENT-REFUSED / BATCH-FAILED | 2 / 2 / 2 | 1 / 1 / 1 | 1 / 0 / 1 | 0 |
            | none, slow | poor | all-or-nothing | step  | PARKED / PARKED / PARKED        | BATCH-FAILED, MAYBE-SENT / BATCH-FAILED, MAYBE-SENT / BATCH-FAILED, MAYBE-SENT | 1 / 1 / 1 | 1 / 1 / 1 | 0 / 0 / 0 | 0 |
            | none, slow | rich | first-error    | any   | CONFIRMED / REFUSED / CONFIRMED | BATCH-FAILED / BATCH-FAILED, CONTENT-REFUSED / BATCH-FAILED | 1 / 2 / 2 | 1 / 1 / 1 | 1 / 0 / 1 | 0 |
            | none, slow | poor | first-error    | state | CONFIRMED / REFUSED / CONFIRMED | BATCH-FAILED / BATCH-FAILED, CONTENT-REFUSED / BATCH-FAILED | 2 / 2 / 2 | 1 / 1 / 1 | 1 / 0 / 1 | 1 |
            | none, slow | poor | first-error    | step  | PARKED / PARKED / PARKED        | BATCH-FAILED, MAYBE-SENT / BATCH-FAILED, MAYBE-SENT / BATCH-FAILED, MAYBE-SENT | 1 / 1 / 1 | 1 / 1 / 1 | 1 / 0 / 0 | 0 |

            | throttle, session-expired | both | per-item       | any   | CONFIRMED / REFUSED / CONFIRMED | own / own, CONTENT-REFUSED / own | 3 / 3 / 3 | 0 / 0 / 0 | 1 / 0 / 1 | 0 |
            | throttle, session-expired | rich | all-or-nothing | any   | CONFIRMED / REFUSED / CONFIRMED | own, BATCH-FAILED / own, BATCH-FAILED, CONTENT-REFUSED / own, BATCH-FAILED | 4 / 4 / 4 | 1 / 1 / 1 | 1 / 0 / 1 | 0 |
            | throttle, session-expired | poor | all-or-nothing | state | CONFIRMED / REFUSED / CONFIRMED | own, BATCH-FAILED / own, BATCH-FAILED, CONTENT-REFUSED / own, BATCH-FAILED | 4 / 4 / 4 | 1 / 1 / 1 | 1 / 0 / 1 | 0 |
            | throttle, session-expired | poor | all-or-nothing | step  | PARKED / PARKED / PARKED        | own, BATCH-FAILED, MAYBE-SENT / own, BATCH-FAILED, MAYBE-SENT / own, BATCH-FAILED, MAYBE-SENT | 3 / 3 / 3 | 1 / 1 / 1 | 0 / 0 / 0 | 0 |
            | throttle, session-expired | rich | first-error    | any   | CONFIRMED / REFUSED / CONFIRMED | own, BATCH-FAILED / own, BATCH-FAILED, CONTENT-REFUSED / own, BATCH-FAILED | 3 / 4 / 4 | 1 / 1 / 1 | 1 / 0 / 1 | 0 |
            | throttle, session-expired | poor | first-error    | state | CONFIRMED / REFUSED / CONFIRMED | own, BATCH-FAILED / own, BATCH-FAILED, CONTENT-REFUSED / own, BATCH-FAILED | 4 / 4 / 4 | 1 / 1 / 1 | 1 / 0 / 1 | 1 |
            | throttle, session-expired | poor | first-error    | step  | PARKED / PARKED / PARKED        | own, BATCH-FAILED, MAYBE-SENT / own, BATCH-FAILED, MAYBE-SENT / own, BATCH-FAILED, MAYBE-SENT | 3 / 3 / 3 | 1 / 1 / 1 | 1 / 0 / 0 | 0 |

            | lost-before | rich | per-item       | any   | CONFIRMED / REFUSED / CONFIRMED | own / own, CONTENT-REFUSED / own | 2 / 2 / 2 | 2 / 2 / 2 | 1 / 0 / 1 | 0 |
            | lost-before | poor | per-item       | state | CONFIRMED / REFUSED / CONFIRMED | own / own, CONTENT-REFUSED / own | 2 / 2 / 2 | 2 / 2 / 2 | 1 / 0 / 1 | 0 |
            | lost-before | poor | per-item       | step  | PARKED / PARKED / PARKED        | own, MAYBE-SENT / own, MAYBE-SENT / own, MAYBE-SENT | 1 / 1 / 1 | 2 / 2 / 2 | 0 / 0 / 0 | 0 |
            | lost-before | rich | all-or-nothing | any   | CONFIRMED / REFUSED / CONFIRMED | own, BATCH-FAILED / own, BATCH-FAILED, CONTENT-REFUSED / own, BATCH-FAILED | 3 / 3 / 3 | 3 / 3 / 3 | 1 / 0 / 1 | 0 |
            | lost-before | poor | all-or-nothing | state | CONFIRMED / REFUSED / CONFIRMED | own, BATCH-FAILED / own, BATCH-FAILED, CONTENT-REFUSED / own, BATCH-FAILED | 3 / 3 / 3 | 3 / 3 / 3 | 1 / 0 / 1 | 0 |
            | lost-before | poor | all-or-nothing | step  | PARKED / PARKED / PARKED        | own, MAYBE-SENT / own, MAYBE-SENT / own, MAYBE-SENT | 1 / 1 / 1 | 2 / 2 / 2 | 0 / 0 / 0 | 0 |
            | lost-before | rich | first-error    | any   | CONFIRMED / REFUSED / CONFIRMED | own, BATCH-FAILED / own, BATCH-FAILED, CONTENT-REFUSED / own, BATCH-FAILED | 2 / 3 / 3 | 3 / 3 / 3 | 1 / 0 / 1 | 0 |
            | lost-before | poor | first-error    | state | CONFIRMED / REFUSED / CONFIRMED | own, BATCH-FAILED / own, BATCH-FAILED, CONTENT-REFUSED / own, BATCH-FAILED | 3 / 3 / 3 | 3 / 3 / 3 | 1 / 0 / 1 | 1 |
            | lost-before | poor | first-error    | step  | PARKED / PARKED / PARKED        | own, MAYBE-SENT / own, MAYBE-SENT / own, MAYBE-SENT | 1 / 1 / 1 | 2 / 2 / 2 | 0 / 0 / 0 | 0 |

            | lost-after, unreadable | rich | per-item       | any    | CONFIRMED / REFUSED / CONFIRMED | own / own, CONTENT-REFUSED / own | 1 / 2 / 1 | 2 / 2 / 2 | 1 / 0 / 1 | 0 |
            | lost-after, unreadable | poor | per-item       | state  | CONFIRMED / REFUSED / CONFIRMED | own / own, CONTENT-REFUSED / own | 2 / 2 / 2 | 2 / 2 / 2 | 1 / 0 / 1 | 2 |
            | lost-after, unreadable | poor | per-item       | step   | PARKED / PARKED / PARKED        | own, MAYBE-SENT / own, MAYBE-SENT / own, MAYBE-SENT | 1 / 1 / 1 | 2 / 2 / 2 | 1 / 0 / 1 | 0 |
            | lost-after, unreadable | rich | all-or-nothing | any    | CONFIRMED / REFUSED / CONFIRMED | own, BATCH-FAILED / own, BATCH-FAILED, CONTENT-REFUSED / own, BATCH-FAILED | 3 / 3 / 3 | 3 / 3 / 3 | 1 / 0 / 1 | 0 |
            | lost-after, unreadable | poor | all-or-nothing | state  | CONFIRMED / REFUSED / CONFIRMED | own, BATCH-FAILED / own, BATCH-FAILED, CONTENT-REFUSED / own, BATCH-FAILED | 3 / 3 / 3 | 3 / 3 / 3 | 1 / 0 / 1 | 0 |
            | lost-after, unreadable | poor | all-or-nothing | step   | PARKED / PARKED / PARKED        | own, MAYBE-SENT / own, MAYBE-SENT / own, MAYBE-SENT | 1 / 1 / 1 | 2 / 2 / 2 | 0 / 0 / 0 | 0 |
            | lost-after, unreadable | rich | first-error    | any    | CONFIRMED / REFUSED / CONFIRMED | own / own, BATCH-FAILED, CONTENT-REFUSED / own, BATCH-FAILED | 1 / 3 / 3 | 2 / 3 / 3 | 1 / 0 / 1 | 0 |
            | lost-after, unreadable | poor | first-error    | create | CONFIRMED / REFUSED / CONFIRMED | own / own, BATCH-FAILED, CONTENT-REFUSED / own, BATCH-FAILED | 2 / 3 / 3 | 2 / 3 / 3 | 1 / 0 / 1 | 1 |
            | lost-after, unreadable | poor | first-error    | update | CONFIRMED / REFUSED / CONFIRMED | own, BATCH-FAILED / own, BATCH-FAILED, CONTENT-REFUSED / own, BATCH-FAILED | 3 / 3 / 3 | 3 / 3 / 3 | 1 / 0 / 1 | 2 |
            | lost-after, unreadable | poor | first-error    | step   | PARKED / PARKED / PARKED        | own, MAYBE-SENT / own, MAYBE-SENT / own, MAYBE-SENT | 1 / 1 / 1 | 2 / 2 / 2 | 1 / 0 / 0 | 0 |
            """;

    private static final Map<String, List<String>> NAMED = new LinkedHashMap<>();
    private static final Map<String, String> OWN = new LinkedHashMap<>();

    private FaultTable() {}

    /** One case: the setting and what each delivery of it must come to. */
    record Row(String fault, String readBack, String together, String kind, List<Ending> endings, int repeats) {
        boolean alone() {
            return together.equals("alone");
        }

        @Override
        public String toString() {
            return fault + " · " + readBack + " · " + together + " · " + kind;
        }
    }

    /** Where one delivery ends and how it came there. */
    record Ending(String state, List<String> reasons, int sent, int asked, int effects) {}

    static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String line : TABLE.lines().filter(text -> !text.isBlank()).toList()) {
            if (!line.startsWith("|")) {
                String[] name = line.split("=", 2);
                NAMED.put(name[0].strip(), list(name[1]));
            } else if (!line.contains("ends as")) {
                rows.addAll(expanded(Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList()));
            }
        }
        return rows.stream();
    }

    private static List<Row> expanded(List<String> cells) {
        List<Row> rows = new ArrayList<>();
        for (String fault : list(cells.get(0))) {
            if (cells.get(2).equals("alone")) {
                OWN.putIfAbsent(fault, list(cells.get(5)).getFirst());
            }
            for (String readBack : list(cells.get(1))) {
                for (String kind : list(cells.get(3))) {
                    rows.add(new Row(
                            fault,
                            readBack,
                            cells.get(2),
                            kind,
                            endings(cells, OWN.get(fault)),
                            Integer.parseInt(cells.get(9))));
                }
            }
        }
        return rows;
    }

    private static List<Ending> endings(List<String> cells, String own) {
        List<List<String>> parts = cells.subList(4, 9).stream()
                .map(cell -> Arrays.stream(cell.split("/")).map(String::strip).toList())
                .toList();
        List<Ending> endings = new ArrayList<>();
        for (int i = 0; i < parts.getFirst().size(); i++) {
            String reasons = parts.get(1).get(i).replace("own", own);
            endings.add(new Ending(
                    parts.get(0).get(i),
                    reasons.equals("-") ? List.of() : list(reasons),
                    Integer.parseInt(parts.get(2).get(i)),
                    Integer.parseInt(parts.get(3).get(i)),
                    Integer.parseInt(parts.get(4).get(i))));
        }
        return endings;
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .flatMap(name -> NAMED.getOrDefault(name, List.of(name)).stream())
                .toList();
    }
}
