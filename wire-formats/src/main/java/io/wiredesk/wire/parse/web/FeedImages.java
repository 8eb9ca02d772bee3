package io.wiredesk.wire.parse.web;

import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Rendition;
import io.wiredesk.wire.parse.HtmlSource;
import io.wiredesk.wire.parse.WireItem;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Pictures within an entry's body as associations, since the body that is published has none.
 * Counting pixels (of one pixel) and pictures that the entry has as media already are left out.
 * Stateless.
 */
final class FeedImages {

  private static final int MOST = 50;

  /** Characters; a longer body is no story with pictures. */
  private static final int LONGEST = 1_000_000;

  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

  private FeedImages() {}

  static void read(String html, WireItem item) {
    if (!mayHaveImage(html) || html.length() > LONGEST || HtmlDepth.exceeds(html)) {
      return;
    }
    int taken = 0;
    for (Element image : Jsoup.parseBodyFragment(HtmlSource.mended(html)).getElementsByTag("img")) {
      String address = image.attr("src").strip();
      boolean known = item.associations.stream().anyMatch(a -> a.getUri().equals(address));
      if (!known && !isPixel(image) && ADDRESS.matcher(address).matches() && taken++ < MOST) {
        item.associations.add(association(image, address, item.associations.size() + 1));
      }
    }
  }

  private static boolean mayHaveImage(String html) {
    for (int tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', tag + 1)) {
      if (html.regionMatches(true, tag + 1, "img", 0, 3)) {
        return true;
      }
    }
    return false;
  }

  private static Association association(Element image, String address, int number) {
    Element figure = image.closest("figure");
    Element caption = figure == null ? null : figure.selectFirst("figcaption");
    String said = caption == null ? text(image.attr("alt")) : text(caption.text());
    return new Association(
        "media" + number,
        address,
        "picture",
        null,
        text(image.attr("title")),
        said,
        null,
        List.of(
            new Rendition(
                "main",
                address,
                null,
                null,
                pixels(image.attr("width")),
                pixels(image.attr("height")),
                null)));
  }

  private static boolean isPixel(Element image) {
    return isNone(image.attr("width").strip()) || isNone(image.attr("height").strip());
  }

  private static boolean isNone(String pixels) {
    return pixels.equals("0") || pixels.equals("1");
  }

  private static @Nullable Integer pixels(String value) {
    String number = value.strip();
    return NUMBER.matcher(number).matches() ? Integer.valueOf(number) : null;
  }

  private static @Nullable String text(String value) {
    return value.isBlank() ? null : value.strip();
  }
}
