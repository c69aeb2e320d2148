package vn.lienthong.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Draws the states and their edges; the places of the boxes are laid by hand. */
final class StatesPicture {
    private static final int WIDTH = 168;
    private static final int HEIGHT = 52;

    private static final Map<DeliveryState, Box> BOXES = Map.of(
            DeliveryState.EXPIRED, new Box(130, 60, "Hết hạn gửi", "#eeeeee"),
            DeliveryState.READY, new Box(130, 220, "Chờ gửi", "#dbeafe"),
            DeliveryState.CANCELLED, new Box(130, 470, "Không gửi nữa", "#eeeeee"),
            DeliveryState.SENDING, new Box(470, 60, "Đang gửi", "#dbeafe"),
            DeliveryState.UNCERTAIN, new Box(530, 270, "Chưa chắc đã tới", "#fef3c7"),
            DeliveryState.PARKED, new Box(400, 470, "Chờ người xử lý", "#fee2e2"),
            DeliveryState.SENT, new Box(880, 60, "Đã gửi, chờ hồi âm", "#dbeafe"),
            DeliveryState.CONFIRMED, new Box(920, 270, "Đã xác nhận", "#dcfce7"),
            DeliveryState.REFUSED, new Box(760, 470, "Bị từ chối", "#fee2e2"));

    /** How far an edge swings to its left; all others keep clear of their way back by a little. */
    private static final Map<String, Integer> SWING =
            Map.of("SENDING-REFUSED", 95, "REFUSED-CANCELLED", 62, "SENDING-PARKED", -45, "SENT-REFUSED", -30);

    private static final int USUAL_SWING = -14;

    private StatesPicture() {}

    static String draw() {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1040 570\" font-family=\"sans-serif\">");
        lines.add("<title>Trạng thái của một việc gửi / States of a delivery</title>");
        lines.add("<desc>Sinh từ DeliveryState, không sửa tay / Generated from DeliveryState, not to be edited</desc>");
        lines.add(
                "<defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\""
                        + " orient=\"auto\"><path d=\"M0 0 10 5 0 10z\" fill=\"#475569\"/></marker></defs>");
        lines.add("<rect width=\"1040\" height=\"570\" fill=\"#ffffff\"/>");
        for (DeliveryState from : DeliveryState.values()) {
            for (DeliveryState to : DeliveryState.values()) {
                if (from.mayBecome(to)) {
                    lines.add(edge(from, to));
                }
            }
        }
        for (DeliveryState state : DeliveryState.values()) {
            lines.add(box(state));
        }
        return lines.add("</svg>").toString();
    }

    private static String box(DeliveryState state) {
        Box box = BOXES.get(state);
        String border = state.isOpen() ? "#1e293b" : "#94a3b8";
        return String.format(
                Locale.ROOT,
                "<g text-anchor=\"middle\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"%s\""
                        + " stroke=\"%s\"/><text x=\"%d\" y=\"%d\" font-size=\"16\" font-weight=\"bold\">%s</text>"
                        + "<text x=\"%d\" y=\"%d\" font-size=\"14\">%s</text></g>",
                box.x - WIDTH / 2,
                box.y - HEIGHT / 2,
                WIDTH,
                HEIGHT,
                box.colour,
                border,
                box.x,
                box.y - 4,
                state,
                box.x,
                box.y + 16,
                box.vietnamese);
    }

    private static String edge(DeliveryState from, DeliveryState to) {
        Box start = BOXES.get(from);
        Box end = BOXES.get(to);
        double dx = end.x - start.x;
        double dy = end.y - start.y;
        double length = Math.hypot(dx, dy);
        double swing = 2.0 * SWING.getOrDefault(from + "-" + to, USUAL_SWING);
        double midX = (start.x + end.x) / 2.0 + swing * dy / length;
        double midY = (start.y + end.y) / 2.0 - swing * dx / length;
        double[] leave = start.borderTowards(midX, midY);
        double[] arrive = end.borderTowards(midX, midY);
        return String.format(
                Locale.ROOT,
                "<path id=\"%s-%s\" d=\"M%.0f %.0f Q%.0f %.0f %.0f %.0f\" fill=\"none\" stroke=\"#475569\""
                        + " marker-end=\"url(#tip)\"/>",
                from,
                to,
                leave[0],
                leave[1],
                midX,
                midY,
                arrive[0],
                arrive[1]);
    }

    private record Box(int x, int y, String vietnamese, String colour) {
        double[] borderTowards(double toX, double toY) {
            double dx = toX - x;
            double dy = toY - y;
            double shrink = Math.min(
                    dx == 0 ? Double.MAX_VALUE : (WIDTH / 2.0 + 2) / Math.abs(dx),
                    dy == 0 ? Double.MAX_VALUE : (HEIGHT / 2.0 + 2) / Math.abs(dy));
            return new double[] {x + dx * shrink, y + dy * shrink};
        }
    }
}
