package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.TextValue;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireBody;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.NewsCodes;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a NewsML-G2 item that states none of the role main and none without a role: the
 * first line of the content where the headline is said to be nil and the line is no sentence, else
 * the title. Stateless.
 */
final class G2Headline {

  private static final int LONGEST = 150;
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?i)sub|kick|over|dach|deck|sur-?titre|antet|occhiello|teaser|summary|caption");

  private G2Headline() {}

  static void settle(XmlNode node, WireItem item) {
    String title = item.get(Field.TITLE);
    String line = isNil(node) ? firstLine(item) : null;
    boolean sentence = line == null || line.endsWith(".");
    String headline = sentence && title != null ? title : line;
    if (headline != null && !isStated(item, headline)) {
      item.headlines.add(0, new TextValue("main", null, headline));
    }
  }

  /** A title of one word is a name of the item; a headline of any role says more. */
  private static boolean isStated(WireItem item, String instead) {
    return item.headlines.stream()
        .map(TextValue::getRole)
        .anyMatch(role -> role == null || isMain(role) || (isName(instead) && !isBeside(role)));
  }

  private static boolean isMain(String role) {
    return role.toLowerCase(Locale.ROOT).contains("main");
  }

  private static boolean isBeside(String role) {
    return BESIDE.matcher(role).find();
  }

  private static boolean isName(String title) {
    return title.strip().indexOf(' ') < 0;
  }

  /** True where a headline is there and has no value: {@code nil}, or {@code xsi:nil}. */
  private static boolean isNil(XmlNode node) {
    return node.path("contentMeta", "headline").stream()
        .anyMatch(
            headline -> {
              String role = NewsCodes.local(headline.attr("role"));
              return headline.line1().isEmpty() && (role == null || !isBeside(role));
            });
  }

  /** The first line of the body; null where it is longer than a headline. */
  private static @Nullable String firstLine(WireItem item) {
    if (item.bodies.isEmpty()) {
      return null;
    }
    WireBody body = item.bodies.get(0);
    String line =
        body.html()
            ? Jsoup.parseBodyFragment(body.content())
                .select("h1, h2, h3, h4, h5, h6, p, li, div:not(:has(p)), pre")
                .stream()
                .map(Element::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("")
            : body.content().lines().filter(l -> !l.isBlank()).findFirst().orElse("").strip();
    return line.isEmpty() || line.length() > LONGEST ? null : line;
  }
}
