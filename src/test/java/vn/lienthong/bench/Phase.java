package vn.lienthong.bench;

import java.util.Locale;

/** What one stretch of load came to; times in milliseconds. */
record Phase(long calls, double seconds, double p50, double p99, double max) {
    static Phase read(String line) {
        String[] words = line.split(" ");
        return new Phase(
                Long.parseLong(words[0]),
                Double.parseDouble(words[1]),
                Long.parseLong(words[2]) / 1000.0,
                Long.parseLong(words[3]) / 1000.0,
                Long.parseLong(words[4]) / 1000.0);
    }

    double rate() {
        return calls / seconds;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f/s, p50 %.1f ms, p99 %.1f ms, max %.0f ms", rate(), p50, p99, max);
    }
}
