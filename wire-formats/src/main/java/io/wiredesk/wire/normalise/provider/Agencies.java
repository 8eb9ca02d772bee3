package io.wiredesk.wire.normalise.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The agencies of {@code agencies.tsv}, found by name, sign or domain; never by a likeness: what is
 * not in the table is nobody. Immutable.
 */
public final class Agencies {

  private static final String WIKIDATA = "http://www.wikidata.org/entity/";
  private static final String OWN = "urn:wiredesk:provider:";
  private static final Pattern SIGN = Pattern.compile("(.+):([a-z]{2,3}(?:,[a-z]{2,3})*)");

  /** Host of an address, of a mail address, of a tag or a urn of news, or nothing but a host. */
  private static final Pattern HOST =
      Pattern.compile(
          "(?iu)^(?:(?:https?|ftp)://(?:[^/@\\s]*@)?|tag:|urn:newsml:|mailto:|\\S*@)?(?:www\\.)?"
              + "((?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,24})(?:[:/,?#].*)?$");

  /** Behind the patterns, with which it is read. */
  private static final Agencies TABLE = new Agencies(load());

  private final Map<String, List<Agency>> bySign = new HashMap<>();
  private final Map<String, Agency> byDomain = new HashMap<>();

  private Agencies(List<Agency> rows) {
    for (Agency agency : rows) {
      agency.signs().stream()
          .map(Agency.Sign::key)
          .distinct()
          .forEach(key -> bySign.computeIfAbsent(key, any -> new ArrayList<>()).add(agency));
      agency.domains().forEach(domain -> byDomain.put(domain, agency));
    }
  }

  /** The table that comes with the program. */
  public static Agencies table() {
    return TABLE;
  }

  /**
   * The agency that is written so.
   *
   * @param written name, sign, domain or address
   * @param language BCP 47 tag of the item; null where unknown: signs that mean an agency in some
   *     languages alone are nobody's then
   */
  public Optional<Agency> find(String written, @Nullable String language) {
    String key = key(written);
    String primary = language == null ? "" : language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    List<Agency> named =
        bySign.getOrDefault(key, List.of()).stream()
            .filter(
                agency ->
                    agency.signs().stream()
                        .anyMatch(
                            sign ->
                                sign.key().equals(key)
                                    && (sign.languages().isEmpty()
                                        || sign.languages().contains(primary))))
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : ofAddress(written);
  }

  /** The agency whose own name or sign it is, in whatever language; empty where several have it. */
  public Optional<Agency> named(String name) {
    List<Agency> named = bySign.getOrDefault(key(name), List.of());
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** The agency in whose domain an identifier or address lies. */
  public Optional<Agency> ofAddress(@Nullable String address) {
    String host = host(address);
    while (host != null) {
      Agency agency = byDomain.get(host);
      if (agency != null) {
        return Optional.of(agency);
      }
      int dot = host.indexOf('.');
      host = dot < 0 ? null : host.substring(dot + 1);
    }
    return Optional.empty();
  }

  /** Host of an address or of an identifier that names one, small letters; null for others. */
  public static @Nullable String host(@Nullable String address) {
    if (address == null || address.length() > 1_000) {
      return null;
    }
    Matcher host = HOST.matcher(address.strip());
    return host.matches() ? host.group(1).toLowerCase(Locale.ROOT) : null;
  }

  /** Case, accents and punctuation do not tell agencies apart, nor does an article before them. */
  static String key(String written) {
    String words = Spaces.words(written.replace('ı', 'i'));
    return words.startsWith("the ") ? words.substring(4) : words;
  }

  private static Agency agency(String row) {
    String[] cells = row.split("\t", -1);
    String name = cells[0];
    List<Agency.Sign> signs = new ArrayList<>();
    split(cells, 2).map(Agencies::sign).forEach(signs::add);
    String key = key(name);
    if (signs.stream().noneMatch(sign -> sign.key().equals(key))) {
      signs.add(new Agency.Sign(key, Set.of()));
    }
    String own = OWN + key.replace(' ', '-');
    String uri = cells[1].equals("-") ? own : WIKIDATA + cells[1];
    return new Agency(name, uri, signs, split(cells, 3).toList());
  }

  private static Agency.Sign sign(String written) {
    Matcher sign = SIGN.matcher(written);
    return sign.matches()
        ? new Agency.Sign(key(sign.group(1)), Set.of(sign.group(2).split(",")))
        : new Agency.Sign(key(written), Set.of());
  }

  private static Stream<String> split(String[] cells, int at) {
    return cells.length <= at || cells[at].isEmpty()
        ? Stream.empty()
        : Stream.of(cells[at].split("\\|"));
  }

  private static List<Agency> load() {
    try (InputStream in =
            Objects.requireNonNull(Agencies.class.getResourceAsStream("agencies.tsv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).map(Agencies::agency).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("agencies.tsv is part of the program", e);
    }
  }
}
