package vn.lienthong.kernel;

/** A text for people: Vietnamese as a clerk would say it, and English. */
public record Bilingual(String vi, String en) {
    /** The text in the language asked for ({@code en…} gives English, anything else Vietnamese). */
    public String in(String languageTag) {
        return languageTag.startsWith("en") ? en : vi;
    }

    /** Both texts on one line, Vietnamese first, for logs and for callers whose language is unknown. */
    public String both() {
        return vi + " / " + en;
    }
}
