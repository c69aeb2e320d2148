package vn.lienthong.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.intake.compat.CompatHttpTest;

/**
 * The pictures of the operators' guide are those of screens that are tested. {@code mvn test -Dtest=PictureTest
 * -Dpictures=guide} makes them anew, {@code -Dpictures=all} puts every screen in both colours and widths into
 * {@code target/screenshots}.
 */
@CompatHttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PictureTest {
    private static final Path GUIDE = Path.of("src/docs/operate/console.md");
    private static final Path PICTURES = Path.of("src/docs/operate/pictures");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)\\]\\(pictures/([^)]+)\\.png\\)");
    private static final long MOST_BYTES = 1_500_000;

    private final int port;
    private final BeanFactory gateway;
    private Chromium browser;
    private List<Screen> screens = List.of();
    private Showroom room;

    @Autowired
    PictureTest(@LocalServerPort int port, BeanFactory gateway) {
        this.port = port;
        this.gateway = gateway;
    }

    @BeforeAll
    void open() throws InterruptedException {
        browser = Chromium.before(port);
        room = Showroom.open(port, gateway);
        screens = Screen.all(room);
    }

    @AfterAll
    void close() throws SQLException {
        if (room != null) {
            room.close();
        }
    }

    @Test
    void everyPictureOfTheGuideIsOfAScreenThatIsTested_andIsDescribed() throws IOException {
        assertThat(screens.stream().map(Screen::name)).doesNotHaveDuplicates().containsAll(named());
        assertThat(named()).isNotEmpty();
        Matcher picture = PICTURE.matcher(Files.readString(GUIDE));
        while (picture.find()) {
            assertThat(picture.group(1)).as(picture.group(2)).hasSizeGreaterThan(10);
        }
        try (Stream<Path> files = Files.list(PICTURES)) {
            List<Path> kept = files.toList();
            assertThat(kept.stream().map(file -> file.getFileName().toString().replace(".png", "")))
                    .containsExactlyInAnyOrderElementsOf(named());
            assertThat(kept.stream().mapToLong(file -> file.toFile().length()).sum())
                    .isLessThan(MOST_BYTES);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "pictures", matches = "guide")
    void makesThePicturesOfTheGuide() throws IOException {
        Set<String> wanted = named();
        Files.createDirectories(PICTURES);
        browser.size(1280, 800).colours("light");
        for (Screen screen : screens) {
            if (wanted.contains(screen.name())) {
                screen.show(browser, "vi");
                BufferedImage whole = ImageIO.read(new ByteArrayInputStream(browser.picture(1000)));
                ImageIO.write(
                        Palette.of(whole),
                        "png",
                        PICTURES.resolve(screen.name() + ".png").toFile());
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "pictures", matches = "all")
    void makesAPictureOfEveryScreen() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/screenshots"));
        for (Screen screen : screens) {
            browser.size(1280, 800).colours("light");
            screen.show(browser, "vi");
            for (int width : new int[] {1280, 320}) {
                browser.size(width, 800);
                for (String colours : List.of("light", "dark")) {
                    browser.colours(colours);
                    Files.write(
                            folder.resolve(screen.name() + "-" + width + "-" + colours + ".png"),
                            browser.picture(2400));
                }
            }
        }
    }

    private static Set<String> named() throws IOException {
        return PICTURE.matcher(Files.readString(GUIDE))
                .results()
                .map(found -> found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
