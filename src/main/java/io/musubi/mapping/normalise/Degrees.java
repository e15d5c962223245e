package io.musubi.mapping.normalise;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A geographic longitude or latitude in decimal degrees, within its bounds. */
final class Degrees implements Normaliser {
    private static final Pattern SHAPE = Pattern.compile("\\+?(-?\\d{1,3}(?:\\.\\d{1,20})?) ?°?");

    private final String name;
    private final int bound;
    private final Text about;

    private Degrees(String name, int bound, Text about) {
        this.name = name;
        this.bound = bound;
        this.about = about;
    }

    static Degrees longitude() {
        return new Degrees(
                "longitude", 180, new Text("経度：-180から180までの度（小数）", "Longitude: decimal degrees from -180 to 180"));
    }

    static Degrees latitude() {
        return new Degrees("latitude", 90, new Text("緯度：-90から90までの度（小数）", "Latitude: decimal degrees from -90 to 90"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Text about() {
        return about;
    }

    @Override
    public Result apply(String raw) {
        Matcher matcher = SHAPE.matcher(Spelling.identifier(raw));
        if (matcher.matches() && Math.abs(Double.parseDouble(matcher.group(1))) <= bound) {
            return Result.value(matcher.group(1));
        }
        return Result.refused(
                Severity.WARNING,
                new Text(
                        "-" + bound + "から" + bound + "までの度（例 34.5）",
                        "Degrees from -" + bound + " to " + bound + ", such as 34.5"),
                new Text(
                        "十進の度で書いてください。経度と緯度が逆になっていないか確認してください。",
                        "Write decimal degrees; see whether longitude and latitude are swapped."));
    }
}
