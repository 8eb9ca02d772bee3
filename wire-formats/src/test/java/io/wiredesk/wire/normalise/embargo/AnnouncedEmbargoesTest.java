package io.wiredesk.wire.normalise.embargo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.profile.FeedProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Phrases of {@code phrases.tsv}, in a score of languages, where agencies and press offices write
 * them: nothing that announces an embargo comes out before its time, and copy about embargoes is
 * free.
 */
class AnnouncedEmbargoesTest {

  private static final Instant CREATED = Instant.parse("2026-11-30T12:00:00Z");
  private static final String BODY =
      "Ruritania (ATL) - The minister for the sea is to resign, three people who know of her plans"
          + " have told this agency.\n\nShe had been under pressure since the harbour contracts of"
          + " last year became known, and told the president of her decision on Friday.\n";
  private static final WireReader READER = new WireReader(AllFormats.parsers());

  record Phrase(String text, String wanted, boolean mayHold) {

    boolean isFree() {
      return wanted.equals("none");
    }
  }

  enum Form {
    LINE_ABOVE_THE_COPY {
      @Override
      String of(String phrase) {
        return phrase + "\nMinister for the sea to resign\n\n" + BODY;
      }
    },
    LINE_BELOW_THE_COPY {
      @Override
      String of(String phrase) {
        return "Minister for the sea to resign\n\n" + BODY.repeat(5) + "\n" + phrase + "\n";
      }
    },
    LINE_BELOW_A_LETTERHEAD {
      @Override
      String of(String phrase) {
        return "From: press@harbour.example\nTo: in@newsroom.example\n"
            + "Date: Mon, 30 Nov 2026 12:00:00 +0000\nMessage-ID: <e1@harbour.example>\n"
            + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
            + "Subject: Minister for the sea to resign\n\n"
            + "HARBOUR AUTHORITY\nPress office\n1 Quay Street\nTel. 555 0100\n\nPress release\n\n"
            + phrase
            + "\n\n"
            + BODY;
      }
    },
    SUBJECT_OF_A_MAIL {
      @Override
      String of(String phrase) {
        return "From: press@harbour.example\nTo: in@newsroom.example\n"
            + "Date: Mon, 30 Nov 2026 12:00:00 +0000\nMessage-ID: <e1@harbour.example>\n"
            + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nSubject: "
            + phrase
            + "\n\n"
            + BODY;
      }
    },
    NOTE {
      @Override
      String of(String phrase) {
        return json("ednote", phrase);
      }
    },
    SLUG {
      @Override
      String of(String phrase) {
        return json("slugline", phrase);
      }
    };

    abstract String of(String phrase);

    private static String json(String field, String phrase) {
      return "{\"uri\":\"urn:atl:1\",\"type\":\"text\",\"version\":\"1\",\"pubstatus\":\"usable\","
          + "\"versioncreated\":\"2026-11-30T12:00:00Z\",\"headline\":\"Minister to resign\",\""
          + field
          + "\":\""
          + phrase.replace("\"", "\\\"")
          + "\",\"body_text\":\""
          + BODY.replace("\n", "\\n")
          + "\"}";
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingAnnouncedIsFreeBeforeItsTime(Form form) {
    List<String> early = new ArrayList<>();
    phrases()
        .filter(phrase -> !phrase.isFree())
        .forEach(
            phrase -> {
              NewsItem item = read(form, phrase.text());
              if (!isClosed(item, phrase)) {
                early.add(phrase.text() + " -> " + item.getEmbargoedUntil());
              }
            });
    assertThat(early).as("public before their time").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void copyAboutEmbargoesIsFree(Form form) {
    List<String> held = new ArrayList<>();
    phrases()
        .filter(Phrase::isFree)
        .forEach(
            phrase -> {
              NewsItem item = read(form, phrase.text());
              if (item.getPubStatus() != PubStatus.USABLE || item.getEmbargoedUntil() != null) {
                held.add(
                    phrase.text() + " -> " + item.getPubStatus() + " " + item.getEmbargoedUntil());
              }
            });
    assertThat(held).as("held without need").isEmpty();
  }

  @Test
  void nineOfTenEndsAreRead() {
    List<Phrase> timed =
        phrases().filter(phrase -> phrase.wanted().startsWith("20") && !phrase.mayHold()).toList();
    long right =
        timed.stream()
            .filter(
                phrase ->
                    Instant.parse(phrase.wanted())
                        .equals(read(Form.NOTE, phrase.text()).getEmbargoedUntil()))
            .count();
    assertThat(right).isGreaterThanOrEqualTo(timed.size() * 9L / 10);
  }

  @Test
  void whatIsNotUnderstoodSaysSo() {
    NewsItem item = read(Form.NOTE, "Embargoed until the speech begins");
    assertThat(item.getPubStatus()).isEqualTo(PubStatus.WITHHELD);
    assertThat(item.getSource().getRepairs())
        .anyMatch(repair -> repair.contains("Embargoed until the speech begins"));
  }

  private static boolean isClosed(NewsItem item, Phrase phrase) {
    if (item.getPubStatus() == PubStatus.WITHHELD) {
      return true;
    }
    boolean timed = !phrase.wanted().equals("hold");
    return item.getEmbargoedUntil() != null
        && item.getPubStatus() == PubStatus.USABLE
        && timed
        && !item.getEmbargoedUntil().isBefore(Instant.parse(phrase.wanted()));
  }

  private static NewsItem read(Form form, String phrase) {
    byte[] bytes = form.of(phrase).getBytes(StandardCharsets.UTF_8);
    WireInput input = new WireInput(bytes, null, "in", CREATED, FeedProfile.standard("harbour"));
    return ((WireReader.Result.Read) READER.read(input, WireReader.RawCoordinates.none()))
        .items()
        .get(0);
  }

  private static Stream<Phrase> phrases() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    AnnouncedEmbargoesTest.class.getResourceAsStream("phrases.tsv")),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(columns -> new Phrase(columns[0], columns[1], columns.length > 2))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
