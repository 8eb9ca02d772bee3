package io.wiredesk.ingest.take;

import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Take;
import io.wiredesk.schemas.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The copy of several takes as one, without the lines that only count them ("(MORE)", "-2-").
 * Immutable.
 */
record TakeCopy(String text, List<Block> blocks, List<TextValue> bodies) {

  private static final String BETWEEN = "\n\n";

  /**
   * @param takes in their order
   */
  static TakeCopy joined(List<Take> takes) {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < takes.size(); i++) {
      NewsItem item = takes.get(i).getItem();
      if (!text.isEmpty()) {
        text.append(BETWEEN);
      }
      add(item, i + 1 < takes.size(), text, blocks);
    }
    return new TakeCopy(text.toString(), blocks, bodies(takes, text.toString()));
  }

  private static void add(NewsItem item, boolean goesOn, StringBuilder text, List<Block> blocks) {
    String whole = item.getText();
    int start = TakeMarks.copyStart(whole);
    int end = goesOn ? TakeMarks.copyEnd(whole, item) : whole.length();
    end = whole.substring(0, end).stripTrailing().length();
    if (start >= end) {
      return;
    }
    int shift = text.length() - start;
    text.append(whole, start, end);
    for (Block block : item.getBlocks()) {
      int from = Math.max(start, block.getStart());
      int to = Math.min(end, block.getEnd());
      if (from < to) {
        blocks.add(Block.newBuilder(block).setStart(from + shift).setEnd(to + shift).build());
      }
    }
  }

  /** HTML where every take has it, else the text; then what else each take has. */
  private static List<TextValue> bodies(List<Take> takes, String text) {
    List<TextValue> first =
        takes.stream()
            .map(take -> take.getItem().getBodies())
            .map(bodies -> bodies.isEmpty() ? null : bodies.get(0))
            .filter(Objects::nonNull)
            .toList();
    if (first.isEmpty()) {
      return List.of();
    }
    List<TextValue> bodies = new ArrayList<>();
    boolean html =
        first.size() == takes.size()
            && first.stream().allMatch(body -> "text/html".equals(body.getContentType()));
    String value = html ? html(takes) : text;
    bodies.add(
        TextValue.newBuilder(first.get(0))
            .setContentType(html ? "text/html" : "text/plain")
            .setValue(value)
            .build());
    takes.stream()
        .flatMap(take -> take.getItem().getBodies().stream().skip(1))
        .distinct()
        .forEach(bodies::add);
    return bodies;
  }

  private static String html(List<Take> takes) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < takes.size(); i++) {
      NewsItem item = takes.get(i).getItem();
      Document body = Jsoup.parseBodyFragment(item.getBodies().get(0).getValue());
      body.outputSettings().prettyPrint(false);
      bare(body.body().firstElementChild(), TakeMarks::copyStart, String::length);
      if (i + 1 < takes.size()) {
        Element last = body.body().lastElementChild();
        bare(last, text -> 0, text -> TakeMarks.copyEnd(text, item));
      }
      parts.add(body.body().html());
    }
    return parts.stream().collect(Collectors.joining("\n"));
  }

  /** Leaves the copy of an element; without copy the element goes. */
  private static void bare(
      @Nullable Element element, ToIntFunction<String> start, ToIntFunction<String> end) {
    if (element == null) {
      return;
    }
    String html = element.html();
    String copy = html.substring(start.applyAsInt(html), end.applyAsInt(html));
    if (copy.isBlank()) {
      element.remove();
    } else if (copy.length() < html.length()) {
      element.html(copy.strip());
    }
  }
}
