package io.wiredesk.wire.parse.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The headline of an article page, which is never the name of the site or of a section: an h1 that
 * is the site's (its name, a link home, a logo) does not count; of the others the one that the
 * page's own title agrees with. One use, one thread.
 */
final class PageHeadline {

  private static final Pattern SEPARATOR = Pattern.compile("\\s+(?:[|–—·•»:]{1,2}|-)\\s+");
  private static final Pattern LOGO =
      Pattern.compile(
          "(?i)\\b(?:site-?(?:title|name|logo|header)|logo|brand(?:ing)?|masthead|blog-?title)\\b");
  private static final Pattern HOME = Pattern.compile("(?i)(?:https?://[^/]+)?/?(?:index\\.\\w+)?");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** A single heading of that many words is a headline though the title says something else. */
  private static final int WORDS = 3;

  private static final int LONGEST_TITLE = 500;

  private final Document page;
  private final Set<String> sites = new HashSet<>();
  private final List<String> headings = new ArrayList<>();

  /**
   * @param sites names of the site and its publisher, as far as the page states them
   */
  PageHeadline(Document page, Stream<@Nullable String> sites) {
    this.page = page;
    sites.filter(Objects::nonNull).map(PageHeadline::key).forEach(this.sites::add);
    for (Element h1 : page.select("h1")) {
      String text = h1.text().strip();
      if (isOfSite(h1, text)) {
        this.sites.add(key(text));
      } else if (!text.isEmpty()) {
        headings.add(text);
      }
    }
  }

  /**
   * @param stated the headline as meta elements state it, null where none does
   * @return null where the page has none
   */
  @Nullable String find(@Nullable String stated) {
    String social = stated == null ? "" : withoutSite(stated);
    String title = withoutSite(page.title());
    for (String heading : headings) {
      if (agree(heading, social) || agree(heading, title)) {
        return heading;
      }
    }
    if (headings.size() == 1 && headings.get(0).split("\\s+").length >= WORDS) {
      return headings.get(0);
    }
    return Stream.concat(Stream.of(social, title), headings.stream())
        .filter(each -> !each.isBlank() && !sites.contains(key(each)))
        .findFirst()
        .orElse(null);
  }

  private boolean isOfSite(Element h1, String text) {
    if (sites.contains(key(text)) || LOGO.matcher(h1.className() + " " + h1.id()).find()) {
      return true;
    }
    Element link = h1.selectFirst("a[href]");
    boolean home = link != null && HOME.matcher(link.attr("href").strip()).matches();
    Element header = h1.closest("header");
    boolean ofPage = header != null && header.parent() != null && header.parent().nameIs("body");
    return (home && link.text().strip().equals(text)) || (ofPage && !isInTitle(text));
  }

  private boolean isInTitle(String text) {
    return key(SEPARATOR.split(page.title() + " ")[0]).equals(key(text));
  }

  /** "Headline | Site" without the site's name. */
  private String withoutSite(String title) {
    if (title.length() > LONGEST_TITLE) {
      return title;
    }
    String[] parts = SEPARATOR.split(title);
    String last = parts[parts.length - 1];
    boolean named = parts.length > 1 && sites.contains(key(last));
    boolean bar = parts.length > 1 && title.lastIndexOf(" | ") > 20 && title.endsWith("| " + last);
    return named || bar
        ? title.substring(0, title.length() - last.length()).replaceAll("[\\s|–—·•»:-]+$", "")
        : title;
  }

  private static boolean agree(String heading, String title) {
    String one = key(heading);
    String other = key(title);
    return !one.isEmpty() && !other.isEmpty() && (one.equals(other) || other.startsWith(one + " "));
  }

  private static String key(String text) {
    return NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
