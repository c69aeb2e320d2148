package vn.lienthong.alert;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import vn.lienthong.kernel.Bilingual;
import vn.lienthong.kernel.GatewayClock;

/** What people read: Vietnamese first, then English. */
final class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(GatewayClock.ZONE);
    private static final int MOST_LINES = 40;
    private static final int TEXT_MESSAGE = 300;

    private Words() {}

    /** One line that says how much happened. */
    static String subject(Telling telling) {
        StringBuilder line = new StringBuilder("[Liên Thông]");
        part(line, telling.opened().size(), " sự cố mới");
        part(line, telling.lasting().size(), " sự cố còn kéo dài");
        part(line, telling.over().size(), " sự cố đã hết");
        return line.toString();
    }

    /** All of it, in both languages. */
    static String letter(Telling telling, URI console) {
        StringBuilder text = new StringBuilder();
        body(text, telling, console, Bilingual::vi, List.of("SỰ CỐ MỚI", "CÒN KÉO DÀI", "ĐÃ HẾT", "từ", "số lượng"));
        text.append("\n----------\n\n");
        body(text, telling, console, Bilingual::en, List.of("NEW", "STILL GOING ON", "OVER", "since", "count"));
        return text.toString();
    }

    /** As much as fits into a text message. */
    static String brief(Telling telling) {
        StringBuilder text = new StringBuilder(subject(telling)).append(": ");
        for (List<Incident> part : List.of(telling.opened(), telling.lasting(), telling.over())) {
            part.forEach(one ->
                    text.append(one.cause()).append(" (").append(one.count()).append("); "));
        }
        return text.length() <= TEXT_MESSAGE ? text.toString().strip() : text.substring(0, TEXT_MESSAGE - 1) + "…";
    }

    private static void part(StringBuilder line, int number, String name) {
        if (number > 0) {
            line.append(line.charAt(line.length() - 1) == ']' ? " " : ", ")
                    .append(number)
                    .append(name);
        }
    }

    private static void body(
            StringBuilder text, Telling telling, URI console, Function<Bilingual, String> in, List<String> names) {
        section(text, names.get(0), telling.opened(), console, in, names);
        section(text, names.get(1), telling.lasting(), console, in, names);
        section(text, names.get(2), telling.over(), console, in, names);
    }

    private static void section(
            StringBuilder text,
            String title,
            List<Incident> incidents,
            URI console,
            Function<Bilingual, String> in,
            List<String> names) {
        if (incidents.isEmpty()) {
            return;
        }
        text.append(title).append('\n');
        for (Incident one : incidents.subList(0, Math.min(MOST_LINES, incidents.size()))) {
            text.append("- ").append(in.apply(one.what())).append('\n');
            text.append("  ").append(names.get(3)).append(' ').append(time(one.openedAt()));
            text.append(", ").append(names.get(4)).append(": ").append(one.count());
            text.append(" [").append(one.cause()).append("]\n");
            text.append("  → ")
                    .append(in.apply(one.advice()))
                    .append(' ')
                    .append(console)
                    .append(one.page());
            text.append('\n');
        }
        if (incidents.size() > MOST_LINES) {
            text.append("- … +")
                    .append(incidents.size() - MOST_LINES)
                    .append(' ')
                    .append(console)
                    .append("/incidents\n");
        }
        text.append('\n');
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
