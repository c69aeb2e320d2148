package vn.lienthong.alert;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** A short text to one number, by whatever gateway the province has: the body's form is a setting. */
final class TextMessageChannel implements Channel {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final AlertProperties.TextMessage settings;
    private final PostedCall post;
    private final int place;

    /** Tells the number at this place of the settings' list. */
    TextMessageChannel(AlertProperties.TextMessage settings, int place) {
        this.settings = settings;
        this.place = place;
        this.post = new PostedCall(settings.url(), settings.header(), settings.secretFile());
    }

    @Override
    public String name() {
        return "text-message-" + (place + 1);
    }

    @Override
    public void send(Telling telling) throws IOException, InterruptedException {
        String text = settings.accents() ? Words.brief(telling) : plain(Words.brief(telling));
        post.send(
                settings.contentType(),
                settings.body()
                        .replace("{to}", written(settings.to().get(place)))
                        .replace("{text}", written(text)));
    }

    /** Without accents and other signs that a short message's alphabet lacks. */
    static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replaceAll("[^\\x20-\\x7e]", ".");
    }

    private String written(String value) {
        if (settings.contentType().startsWith("application/x-www-form-urlencoded")) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
        return settings.contentType().contains("json")
                ? new String(JsonStringEncoder.getInstance().quoteAsString(value))
                : value;
    }
}
