package vn.lienthong.console;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a picture of a page small: its 256 most frequent colours, each other pixel in the nearest of them. */
final class Palette {
    private static final int MOST = 256;

    private Palette() {}

    static BufferedImage of(BufferedImage picture) {
        List<Integer> colours = mostFrequent(picture);
        byte[] red = new byte[colours.size()];
        byte[] green = new byte[colours.size()];
        byte[] blue = new byte[colours.size()];
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < colours.size(); place++) {
            int colour = colours.get(place);
            red[place] = (byte) (colour >> 16);
            green[place] = (byte) (colour >> 8);
            blue[place] = (byte) colour;
            places.put(colour, place);
        }
        BufferedImage small = new BufferedImage(
                picture.getWidth(),
                picture.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, colours.size(), red, green, blue));
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int place = places.computeIfAbsent(rgb(picture, x, y), wanted -> nearest(colours, wanted));
                small.getRaster().setSample(x, y, 0, place);
            }
        }
        return small;
    }

    private static List<Integer> mostFrequent(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(rgb(picture, x, y), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int nearest(List<Integer> colours, int wanted) {
        return colours.indexOf(colours.stream()
                .min(Comparator.comparingInt(colour -> distance(colour, wanted)))
                .orElseThrow());
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 255) - (other >> 16 & 255);
        int green = (one >> 8 & 255) - (other >> 8 & 255);
        int blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }

    private static int rgb(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xffffff;
    }
}
