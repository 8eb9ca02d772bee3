package io.wiredesk.cli.tail;

import io.wiredesk.cli.tail.Screen.Look;
import io.wiredesk.cli.tool.Plain;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.TakenBack;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One readable line for a record of any topic: when it was written on the log, with date and zone,
 * and what it says. Immutable.
 */
public final class ItemLine {

  private static final int MOST_URGENT = 2;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssXXX");

  private final Screen screen;
  private final DateTimeFormatter time;

  /** Lines for that screen, with times in that zone. */
  ItemLine(Screen screen, ZoneId zone) {
    this.screen = screen;
    this.time = TIME.withZone(zone);
  }

  /** Lines for standard output, in the zone of this machine. */
  public static ItemLine standard() {
    return new ItemLine(Screen.standard(), ZoneId.systemDefault());
  }

  /** The line, without an end of line. */
  public String of(ConsumerRecord<String, SpecificRecord> record) {
    String start = time.format(Instant.ofEpochMilli(record.timestamp())) + " ";
    String said = Plain.line(text(record.value()));
    return screen.line(start, Look.FAINT, said, look(record.value()));
  }

  private static Look look(SpecificRecord record) {
    if (record instanceof PublishedItem item) {
      return item.getState() == PublicState.PUBLISHED ? look(item.getItem()) : Look.GONE;
    }
    if (record instanceof NewsItem item) {
      return item.getUrgency() != null && item.getUrgency() <= MOST_URGENT
          ? Look.ALERT
          : Look.PLAIN;
    }
    return record instanceof DeadLetter ? Look.STRONG : Look.PLAIN;
  }

  private static String text(SpecificRecord record) {
    if (record instanceof PublishedItem published) {
      return published(published);
    }
    if (record instanceof NewsItem item) {
      return item.getPubStatus() + " " + news(item);
    }
    if (record instanceof DeadLetter letter) {
      return "DEAD LETTER "
          + letter.getStage()
          + " "
          + letter.getReason()
          + " "
          + letter.getFeed()
          + " "
          + letter.getSourceName()
          + ": "
          + letter.getMessage();
    }
    if (record instanceof RawNews raw) {
      return raw.getFeed()
          + " "
          + raw.getSourceName()
          + " "
          + raw.getPayload().remaining()
          + " bytes "
          + raw.getSha256().substring(0, 12);
    }
    return record.toString();
  }

  private static String published(PublishedItem item) {
    if (item.getState() != PublicState.PUBLISHED) {
      return item.getState()
          + " "
          + item.getUri()
          + takenBack(item.getTakenBack(), item.getDesks())
          + ": "
          + item.getReason();
    }
    String change =
        item.getChange() == null || item.getChange().getSummary().isEmpty()
            ? ""
            : "  [" + item.getChange().getSummary() + "]";
    return news(item.getItem()) + change;
  }

  /** Headline, slug, provider, sections and desks, as far as they are told. */
  private static String takenBack(@Nullable TakenBack label, List<String> desks) {
    if (label == null) {
      return "";
    }
    Stream<@Nullable String> facts =
        Stream.of(
            label.getSlugline(),
            label.getProvider(),
            label.getSections().isEmpty() ? null : String.join(", ", label.getSections()),
            desks.isEmpty() ? null : "desks " + String.join(", ", desks));
    String known = facts.filter(Objects::nonNull).collect(Collectors.joining(" \u00b7 "));
    String headline = label.getHeadline() == null ? "" : " \"" + label.getHeadline() + "\"";
    return headline + (known.isEmpty() ? "" : " (" + known + ")");
  }

  private static String news(NewsItem item) {
    String urgency = item.getUrgency() == null ? "-" : item.getUrgency().toString();
    return "u"
        + urgency
        + " "
        + provider(item)
        + " v"
        + item.getVersion()
        + " "
        + sections(item.getEnrichment())
        + headline(item)
        + entities(item.getEnrichment());
  }

  private static String provider(NewsItem item) {
    String provider = item.getSource().getProvider();
    return provider == null ? item.getSource().getFeed() : provider;
  }

  private static String headline(NewsItem item) {
    if (!item.getHeadlines().isEmpty()) {
      return item.getHeadlines().get(0).getValue();
    }
    String text = item.getText().strip();
    return text.length() > 80
        ? text.substring(0, 80).replace('\n', ' ') + "…"
        : text.replace('\n', ' ');
  }

  private static String sections(@Nullable Enrichment enrichment) {
    return enrichment == null || enrichment.getSections().isEmpty()
        ? ""
        : "(" + enrichment.getSections().get(0).getSection() + ") ";
  }

  private static String entities(@Nullable Enrichment enrichment) {
    return enrichment == null || enrichment.getEntities().isEmpty()
        ? ""
        : "  · "
            + enrichment.getEntities().stream()
                .limit(4)
                .map(e -> e.getName())
                .collect(Collectors.joining(", "));
  }
}
