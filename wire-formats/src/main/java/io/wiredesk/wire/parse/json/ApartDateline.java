package io.wiredesk.wire.parse.json;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A dateline that stands apart from the text, put back before the first paragraph. Stateless. */
final class ApartDateline {

  private ApartDateline() {}

  /** The HTML with the dateline, as it was where its first paragraph starts with that already. */
  static @Nullable String before(@Nullable String html, @Nullable String dateline) {
    if (html == null || dateline == null) {
      return html;
    }
    String line = dateline.strip();
    Document fragment = Jsoup.parseBodyFragment(html);
    fragment.outputSettings().prettyPrint(false);
    Element first = fragment.selectFirst("p");
    if (first == null || first.text().startsWith(line)) {
      return html;
    }
    first.prependText(line + " ");
    return fragment.body().html();
  }
}
