package io.wiredesk.wire.normalise.body;

import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.wire.parse.WireItem;
import java.util.List;
import org.jsoup.Jsoup;

/** Text for items without a body. Stateless. */
public final class Paragraphs {

  private Paragraphs() {}

  /**
   * The body; where the wire has none (a picture, a feed of summaries) the first description stands
   * in as the canonical text, as a caption for anything but text.
   */
  public static BodyText orDescription(BodyText body, WireItem item) {
    if (!body.text().isEmpty() || item.descriptions.isEmpty()) {
      return body;
    }
    TextValue description = item.descriptions.get(0);
    boolean html =
        description.getContentType() != null && description.getContentType().contains("html");
    String value = description.getValue();
    List<Paragraph> paragraphs =
        html
            ? HtmlParagraphs.of(HtmlCleaner.clean(Jsoup.parseBodyFragment(value)).body())
            : PlainText.paragraphs(value);
    List<Paragraph> captions =
        paragraphs.stream()
            .map(p -> p.is(BlockType.PARAGRAPH) ? p.as(BlockType.CAPTION) : p)
            .toList();
    String text =
        String.join(BodyReader.SEPARATOR, captions.stream().map(Paragraph::text).toList());
    return new BodyText(
        body.bodies(),
        text,
        Blocks.over(captions, BodyReader.SEPARATOR),
        body.nonPublic(),
        body.repairs());
  }
}
