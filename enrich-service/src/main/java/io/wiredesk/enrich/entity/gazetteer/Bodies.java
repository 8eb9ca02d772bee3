package io.wiredesk.enrich.entity.gazetteer;

import io.wiredesk.schemas.EntityType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which body an organisation's name means in one article. A name that every country has (Supreme
 * Court) is its country's or nobody's; a name that is a word besides (Apple) wants a word of
 * business near it; a brand links only where it is at home, never for a word that the article also
 * uses small or within a longer name. Immutable.
 */
public final class Bodies {
  private static final int NEAR = 110;
  private static final int SHORTEST_BRAND = 4;
  private static final Set<String> BUSINESS =
      Set.of(
          "company",
          "companies",
          "company's",
          "firm",
          "firms",
          "shares",
          "share",
          "stock",
          "stocks",
          "brand",
          "brands",
          "retailer",
          "retailers",
          "maker",
          "makers",
          "carmaker",
          "automaker",
          "manufacturer",
          "chain",
          "giant",
          "giants",
          "ceo",
          "executive",
          "profit",
          "profits",
          "sales",
          "revenue",
          "revenues",
          "earnings",
          "stores",
          "lender",
          "airline",
          "operator",
          "supplier",
          "suppliers",
          "supermarket",
          "investor",
          "investors",
          "shareholders",
          "plc",
          "inc",
          "corp",
          "ltd",
          "llc",
          "app",
          "apps",
          "platform",
          "platforms",
          "employees",
          "subsidiary",
          "headquarters",
          "startup",
          "tech",
          "products",
          "newspaper",
          "magazine",
          "daily",
          "broadcaster",
          "website",
          "published",
          "reported",
          "users",
          "customers",
          "smartphone",
          "smartphones",
          "software",
          "iphone",
          "online",
          "vehicles",
          "cars",
          "flights",
          "advertising",
          "ads",
          "bank",
          "banks",
          "nasdaq",
          "billion",
          "ipo",
          "streaming",
          "podcast",
          "rival",
          "rivals",
          "deal",
          "merger",
          "acquisition",
          "tweet",
          "tweeted",
          "posted",
          "media",
          "sponsor",
          "market",
          "delivery",
          "e-commerce",
          "cloud",
          "data",
          "phone",
          "mobile");
  private static final Pattern OWNER =
      Pattern.compile("(\\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+){0,3})(?:['’]s?)? (?:\\p{Ll}+ )?$");

  private final Gazetteer gazetteer;
  private final String text;
  private final Context context;
  private final Predicate<String> isNamed;

  /**
   * @param isNamed true for a name that the article has in full
   */
  public Bodies(Gazetteer gazetteer, String text, Context context, Predicate<String> isNamed) {
    this.gazetteer = gazetteer;
    this.text = text;
    this.context = context;
    this.isNamed = isNamed;
  }

  /** The body meant by the name at these mentions, null in doubt. */
  public @Nullable Known find(String name, List<Context.Mentioned> mentions) {
    boolean business = mentions.stream().anyMatch(this::isBusiness);
    for (Known k : gazetteer.find(name)) {
      if (k.type() == EntityType.ORGANISATION && (business || !gazetteer.isCommon(name))) return k;
    }
    for (Known k : gazetteer.findShort(name)) {
      if (k.type() != EntityType.ORGANISATION) continue;
      boolean alone = gazetteer.isDistinctive(name) && context.names(k.country());
      if (alone || isNamed.test(k.name())) return k;
    }
    List<Known> generic = gazetteer.generic(name);
    if (!generic.isEmpty()) return ofCountry(generic, mentions);
    return gazetteer.isPlace(name, 0) ? null : company(name, mentions, business);
  }

  private @Nullable Known ofCountry(List<Known> bodies, List<Context.Mentioned> mentions) {
    String country = owner(mentions);
    if (country == null) country = context.home();
    for (Known k : bodies) if (k.country() != null && k.country().equals(country)) return k;
    return null;
  }

  /** The country whose body it is said to be: "Cuba's", "the Japanese". */
  private @Nullable String owner(List<Context.Mentioned> mentions) {
    for (Context.Mentioned m : mentions) {
      Matcher before = OWNER.matcher(text.substring(Math.max(0, m.start() - 60), m.start()));
      if (!before.find()) continue;
      for (String name = before.group(1); ; name = name.substring(name.indexOf(' ') + 1)) {
        String country = gazetteer.demonym(name);
        if (country != null) return country;
        for (Known k : gazetteer.find(name))
          if (k.kind() == Known.Kind.COUNTRY && k.country() != null) return k.country();
        if (name.indexOf(' ') < 0) break;
      }
    }
    return null;
  }

  private @Nullable Known company(String name, List<Context.Mentioned> mentions, boolean business) {
    List<Companies.Company> companies = gazetteer.companies(name);
    boolean word = name.indexOf(' ') < 0;
    boolean sure = business || isRunHere(companies);
    boolean plain = name.length() >= SHORTEST_BRAND && !Words.isUsedSmall(name, text);
    if (companies.isEmpty() || word && !(sure && plain)) return null;
    if (isWithinLonger(name, mentions)) return null;
    String home = context.home();
    List<Companies.Company> here =
        companies.stream()
            .filter(c -> c.homes().isEmpty() ? business : home != null && c.homes().contains(home))
            .toList();
    return here.size() == 1 ? here.get(0).known() : null;
  }

  /** True for one that runs something in the article's country. */
  private boolean isRunHere(List<Companies.Company> companies) {
    String home = context.home();
    return home != null
        && companies.stream().anyMatch(c -> c.operator() && c.homes().contains(home));
  }

  /** True where the article has the name as part of a longer one. */
  private boolean isWithinLonger(String name, List<Context.Mentioned> mentions) {
    for (Context.Mentioned m : mentions) {
      int after = m.end() + 1;
      boolean before =
          m.start() > 1
              && text.charAt(m.start() - 1) == ' '
              && isCapitalWord(text.lastIndexOf(' ', m.start() - 2) + 1, m.start() - 1);
      boolean behind =
          after < text.length()
              && text.charAt(m.end()) == ' '
              && Character.isUpperCase(text.charAt(after));
      if (before || behind) return true;
    }
    return false;
  }

  private boolean isCapitalWord(int from, int to) {
    boolean sentence = from < 2 || ".!?\n\"“".indexOf(text.charAt(from - 2)) >= 0;
    boolean name = from < to && Character.isUpperCase(text.charAt(from));
    return name && !sentence && text.substring(from, to).indexOf(',') < 0;
  }

  private boolean isBusiness(Context.Mentioned m) {
    int from = Math.max(0, m.start() - NEAR);
    int to = Math.min(text.length(), m.end() + NEAR);
    int word = -1;
    for (int i = from; i <= to; i++) {
      boolean inside = i < m.start() || i >= m.end();
      boolean letter =
          i < to && inside && (Character.isLetter(text.charAt(i)) || text.charAt(i) == '-');
      if (letter && word < 0) word = i;
      if (!letter && word >= 0) {
        if (BUSINESS.contains(text.substring(word, i).toLowerCase(Locale.ROOT))) return true;
        word = -1;
      }
    }
    return false;
  }
}
