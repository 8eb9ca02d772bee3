package io.wiredesk.publish.revision;

import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.Change;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.NewsItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two public revisions of an item. Stateless; the same two give the same change. */
public final class Changes {

  private static final int NAMES_IN_SUMMARY = 3;

  private Changes() {}

  /** A change that has nothing but its line. */
  public static Change note(String summary) {
    return Change.newBuilder().setSummary(summary).build();
  }

  /** What is different in {@code after}. */
  public static Change between(NewsItem before, NewsItem after) {
    String oldHeadline = headline(before);
    boolean sameHeadline = Objects.equals(oldHeadline, headline(after));
    Change change =
        Change.newBuilder()
            .setPreviousHeadline(sameHeadline ? null : oldHeadline)
            .setLeadChanged(!Words.of(lead(before)).equals(Words.of(lead(after))))
            .setFigures(Figures.changed(copy(before), copy(after)))
            .setNamesAdded(missing(before, after))
            .setNamesRemoved(missing(after, before))
            .setTextChanged(Words.shareChanged(before.getText(), after.getText()))
            .build();
    change.setSummary(summary(change, sameHeadline));
    return change;
  }

  private static String summary(Change change, boolean sameHeadline) {
    List<String> parts = new ArrayList<>(change.getFigures());
    if (!sameHeadline) {
      parts.add("new headline");
    }
    if (change.getLeadChanged()) {
      parts.add("new lead");
    }
    names("now names ", change.getNamesAdded(), parts);
    names("no longer names ", change.getNamesRemoved(), parts);
    long percent = Math.round(change.getTextChanged() * 100);
    if (percent > 0) {
      parts.add(percent + " % of words changed");
    } else if (change.getTextChanged() > 0) {
      parts.add("less than 1 % of words changed");
    }
    return parts.isEmpty() ? "no change in headline or text" : String.join("; ", parts);
  }

  private static void names(String verb, List<String> names, List<String> parts) {
    if (names.isEmpty()) {
      return;
    }
    int shown = Math.min(NAMES_IN_SUMMARY, names.size());
    String more = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
    parts.add(verb + String.join(", ", names.subList(0, shown)) + more);
  }

  private static @Nullable String headline(NewsItem item) {
    return item.getHeadlines().isEmpty() ? null : item.getHeadlines().get(0).getValue().strip();
  }

  private static String copy(NewsItem item) {
    String headline = headline(item);
    return headline == null ? item.getText() : headline + ".\n" + item.getText();
  }

  /** First paragraph; without structure the first line that is not blank. */
  private static String lead(NewsItem item) {
    String text = item.getText();
    for (Block block : item.getBlocks()) {
      if (block.getType() == BlockType.PARAGRAPH && block.getEnd() <= text.length()) {
        return text.substring(block.getStart(), block.getEnd());
      }
    }
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  /** Names of {@code there} that {@code here} has not, most salient first. */
  private static List<String> missing(NewsItem here, NewsItem there) {
    Set<String> known = new HashSet<>();
    for (Entity entity : entities(here)) {
      known.add(entity.getUri());
      known.add(entity.getName());
    }
    return entities(there).stream()
        .filter(e -> !known.contains(e.getUri()) && !known.contains(e.getName()))
        .map(Entity::getName)
        .distinct()
        .toList();
  }

  private static List<Entity> entities(NewsItem item) {
    return item.getEnrichment() == null ? List.of() : item.getEnrichment().getEntities();
  }
}
