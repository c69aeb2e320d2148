package vn.lienthong.console;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.delivery.BacklogGroup;
import vn.lienthong.delivery.DeliveryState;
import vn.lienthong.platform.routes.Flows;

/**
 * The picture of all flows, drawn from the route files: on each line the queue it empties with what waits there now, its
 * steps, and the partner. Boxes of queues and partners lead to the list behind them.
 */
record FlowMap(int width, int height, List<Box> boxes, List<Arrow> arrows, List<Line> words) {
    private static final int BOX = 190;
    private static final int TALL = 44;
    private static final int GAP = 36;
    private static final int ROW = 84;
    private static final int EDGE = 12;

    /** A box; {@code kind} is {@code queue}, {@code step} or {@code partner}, {@code href} empty where it leads nowhere. */
    record Box(int x, int y, String kind, String text, String note, String href) {}

    /** An arrow between two boxes of a line. */
    record Arrow(int x1, int x2, int y) {}

    /** A flow in words, for whoever does not see the picture. */
    record Line(String flow, String text, String href, boolean running) {}

    static FlowMap of(List<Flows.Flow> flows, List<BacklogGroup> groups, Desk desk) {
        List<Box> boxes = new ArrayList<>();
        List<Arrow> arrows = new ArrayList<>();
        List<Line> words = new ArrayList<>();
        int longest = 0;
        for (int line = 0; line < flows.size(); line++) {
            List<Box> row = row(flows.get(line), EDGE + line * ROW + 20, groups, desk);
            boxes.addAll(row);
            for (int i = 1; i < row.size(); i++) {
                arrows.add(new Arrow(
                        row.get(i - 1).x() + BOX, row.get(i).x(), row.get(i).y() + TALL / 2));
            }
            longest = Math.max(longest, row.size());
            words.add(new Line(
                    flows.get(line).id(),
                    String.join(
                            " → ",
                            row.stream().map(box -> box.text() + note(box)).toList()),
                    row.getFirst().href(),
                    flows.get(line).running()));
        }
        return new FlowMap(
                2 * EDGE + longest * BOX + Math.max(0, longest - 1) * GAP,
                2 * EDGE + flows.size() * ROW,
                boxes,
                arrows,
                words);
    }

    private static List<Box> row(Flows.Flow flow, int y, List<BacklogGroup> groups, Desk desk) {
        String queue = flow.from().startsWith("delivery:") ? flow.from().substring("delivery:".length()) : flow.from();
        String partner = queue.split("[/?]", 2)[0];
        String kind = queue.substring(Math.min(queue.length(), partner.length() + 1));
        List<Box> row = new ArrayList<>();
        row.add(new Box(
                x(0),
                y,
                flow.running() ? "queue" : "stopped",
                queue,
                waiting(partner, kind, flow.asking(), groups, desk),
                link(partner, flow.asking())));
        for (String step : flow.steps()) {
            row.add(new Box(x(row.size()), y, "step", step, "", ""));
        }
        row.add(new Box(x(row.size()), y, "partner", partner, "", Links.to("/deliveries", "partner", partner)));
        return row;
    }

    /** What a flow that asks has before it are the uncertain ones; of one that sends, those whose turn is to come. */
    private static String waiting(String partner, String kind, boolean asking, List<BacklogGroup> groups, Desk desk) {
        DeliveryState wanted = asking ? DeliveryState.UNCERTAIN : DeliveryState.READY;
        return desk.number(groups.stream()
                .filter(group ->
                        group.partner().equals(partner) && group.kind().equals(kind) && group.state() == wanted)
                .mapToLong(BacklogGroup::number)
                .sum());
    }

    private static String link(String partner, boolean asking) {
        return Links.to(
                "/deliveries", "partner", partner, "state", asking ? DeliveryState.UNCERTAIN : DeliveryState.READY);
    }

    private static String note(Box box) {
        return box.note().isEmpty() ? "" : " (" + box.note() + ")";
    }

    private static int x(int place) {
        return EDGE + place * (BOX + GAP);
    }
}
