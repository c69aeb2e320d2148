package vn.lienthong.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Deque's axe in the page before us. */
final class Axe {
    /** All that it knows of WCAG 2.2, levels A and AA. */
    static final String EVERYTHING =
            "{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}";

    /** What depends on the colours alone: for the second look at the same page. */
    static final String COLOURS = "{type: 'rule', values: ['color-contrast', 'link-in-text-block']}";

    /** What depends on the width alone. */
    static final String SIZES = "{type: 'rule', values: ['target-size', 'scrollable-region-focusable']}";

    private static final String SOURCE = source();

    private Axe() {}

    /** What hinders people on this page, a line for each place; empty where nothing does. */
    static List<?> findings(Chromium browser, String rules) {
        if (!Boolean.TRUE.equals(browser.run("return 'axe' in window"))) {
            browser.run(SOURCE);
        }
        return (List<?>) Objects.requireNonNull(browser.await("""
                const done = arguments[arguments.length - 1];
                const rules = %s;
                axe.run(document, {runOnly: rules, resultTypes: ['violations'], preload: false,
                        rules: rules.type === 'tag' ? {'target-size': {enabled: true}} : {}})
                    .then((found) => done(found.violations.flatMap((one) => one.nodes.map((node) =>
                        `${one.id} at ${node.target.join(' ')}: ${node.failureSummary}`))))
                    .catch((failed) => done([String(failed)]));
                """.formatted(rules)));
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
