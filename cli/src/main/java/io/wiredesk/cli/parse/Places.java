package io.wiredesk.cli.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.wiredesk.wire.parse.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Where in a wire a text stands: element and line of markup, key and line of JSON, line of anything
 * else. It is looked for by its words, so it finds what a parser took as it stands, and nothing
 * that was worked out. Immutable.
 */
final class Places {

  private static final int LONGEST = 4_000;

  /** A text and where it stands. */
  private record Place(String where, String name, String text) {}

  private final List<Place> places;

  private Places(List<Place> places) {
    this.places = places;
  }

  /** Reads the wire for what stands where; never fails, whatever the bytes are. */
  static Places of(byte[] bytes, WireFormat format) {
    String text = decoded(bytes);
    String start = text.stripLeading();
    List<Place> places = new ArrayList<>();
    if (start.startsWith("<")) {
      markup(text, format == WireFormat.HTML, places);
    } else if (start.startsWith("{") || start.startsWith("[")) {
      json(text, places);
    }
    lines(text, places);
    return new Places(places);
  }

  /**
   * Where a value stands.
   *
   * @param names of elements or keys that such a value has, small letters; they go first
   */
  Optional<String> of(String value, Set<String> names) {
    String wanted = plain(value);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    Place best = null;
    for (Place place : places) {
      boolean exact = place.text().equals(wanted);
      boolean inside = !exact && wanted.length() > 2 && contains(place.text(), wanted);
      if ((exact || inside)
          && (best == null || rank(place, wanted, names) < rank(best, wanted, names))) {
        best = place;
      }
    }
    return Optional.ofNullable(best)
        .map(place -> (place.text().equals(wanted) ? "" : "in ") + place.where());
  }

  private static int rank(Place place, String wanted, Set<String> names) {
    boolean exact = place.text().equals(wanted);
    boolean named = names.contains(place.name());
    boolean wrapped = place.where().startsWith("lines");
    return (exact ? 0 : 2_000_000)
        + (wrapped ? 500_000 : 0)
        + (named ? 0 : 1_000_000)
        + Math.min(place.text().length(), 400_000);
  }

  /** As whole words: an urgency of 1 does not stand in 2017. */
  private static boolean contains(String text, String wanted) {
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      int end = at + wanted.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private static void markup(String text, boolean html, List<Place> places) {
    Parser parser = html ? Parser.htmlParser() : Parser.xmlParser();
    for (Element element : Jsoup.parse(text, "", parser.setTrackPosition(true)).getAllElements()) {
      if (element.parent() == null) {
        continue;
      }
      String where = path(element);
      String line = " line " + element.sourceRange().start().lineNumber();
      for (Attribute attribute : element.attributes()) {
        if (!attribute.getKey().startsWith("/")) {
          add(
              places,
              where + "/@" + attribute.getKey() + line,
              attribute.getKey(),
              attribute.getValue());
        }
      }
      String inside = html ? element.text() : Jsoup.parse(element.wholeText()).text();
      add(places, where + line, local(element), element.wholeText());
      add(places, where + line, local(element), inside);
    }
  }

  private static String path(Element element) {
    StringBuilder path = new StringBuilder(local(element));
    for (Element up = element.parent(); up != null && up.parent() != null; up = up.parent()) {
      path.insert(0, local(up) + "/");
    }
    return path.toString();
  }

  private static String local(Element element) {
    return element.tagName().substring(element.tagName().indexOf(':') + 1);
  }

  private static void json(String text, List<Place> places) {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          String pointer = parser.getParsingContext().pathAsPointer().toString().substring(1);
          String name = parser.currentName() == null ? "" : parser.currentName();
          int line = parser.currentTokenLocation().getLineNr();
          String value = parser.getText();
          add(places, pointer + " line " + line, name, value);
          if (value.indexOf('<') >= 0) {
            add(places, pointer + " line " + line, name, Jsoup.parse(value).text());
          }
        }
      }
    } catch (IOException e) {
      return; // what was read so far counts; lines are looked through all the same
    }
  }

  /** Each line, and each with the next ones, for what is wrapped. */
  private static void lines(String text, List<Place> places) {
    String[] lines = text.split("\r\n|\r|\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String name = lines[i].replaceFirst("(?s)^([A-Za-z-]{1,40}):.*|.*", "$1");
      add(places, "line " + (i + 1), name, lines[i]);
      if (i + 1 < lines.length) {
        add(places, "lines " + (i + 1) + " and " + (i + 2), name, lines[i] + " " + lines[i + 1]);
      }
    }
  }

  private static void add(List<Place> places, String where, String name, String text) {
    String plain = plain(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    if (!plain.isEmpty()) {
      places.add(new Place(where, name.toLowerCase(Locale.ROOT), plain));
    }
  }

  /** Without controls, markup's white space and case. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ").strip().toLowerCase(Locale.ROOT);
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
