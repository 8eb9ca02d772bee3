package io.wiredesk.enrich.entity;

import io.wiredesk.enrich.entity.EntityFinder.Document;
import io.wiredesk.enrich.entity.gazetteer.Bodies;
import io.wiredesk.enrich.entity.gazetteer.Context;
import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import io.wiredesk.enrich.entity.gazetteer.Known;
import io.wiredesk.enrich.entity.gazetteer.LocalId;
import io.wiredesk.enrich.entity.multilingual.EvidenceFinder;
import io.wiredesk.enrich.entity.rules.Acronym;
import io.wiredesk.enrich.entity.rules.Span;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.EntityType;
import io.wiredesk.schemas.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Joins an article's names into entities, links them and weighs them. Safe to share between
 * threads.
 */
final class EntityBuilder {
  /** What stands in the first lines weighs more: news puts what it is about first. */
  private static final int LEAD = 600;

  /** Letters of short forms that several bodies go by. */
  private static final int SHORT_FORM = 4;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Gazetteer gazetteer;
  private final EvidenceFinder evidence;

  EntityBuilder(Gazetteer gazetteer, EvidenceFinder evidence) {
    this.gazetteer = gazetteer;
    this.evidence = evidence;
  }

  /** The entities of the spans, most salient first. */
  List<Entity> build(Document document, List<Span> spans) {
    Naming naming = new Naming(document, spans);
    Map<String, Group> groups = new LinkedHashMap<>();
    for (Span span : spans) {
      String name = Naming.clean(span, document.text());
      String full = naming.full(span.type(), name);
      Known known = link(span.type(), full, naming);
      if (known == null && mayMeanAnother(span.type(), name, full))
        known = link(span.type(), name, naming);
      String uri = known == null ? LocalId.of(span.type(), full) : known.uri();
      groups
          .computeIfAbsent(span.type() + uri, k -> new Group(span.type(), uri))
          .add(span, full, known);
    }
    return entities(document, List.copyOf(groups.values()));
  }

  /** A short form that the article explains otherwise than the tables is not theirs: NBC. */
  private static boolean mayMeanAnother(EntityType type, String name, String full) {
    return !full.equals(name) && (type != EntityType.ORGANISATION || name.length() > SHORT_FORM);
  }

  private static List<Entity> entities(Document document, List<Group> groups) {
    double sum = groups.stream().mapToDouble(g -> g.weight(document)).sum();
    List<Entity> entities = new ArrayList<>();
    for (Group g : groups)
      entities.add(g.entity(Math.round(1000 * g.weight(document) / sum) / 1000.0));
    entities.sort(
        Comparator.comparingDouble((Entity e) -> -e.getSalience())
            .thenComparingInt(e -> e.getMentions().get(0).getStart())
            .thenComparing(Entity::getUri));
    return entities;
  }

  private @Nullable Known link(EntityType type, String name, Naming naming) {
    return naming
        .links
        .computeIfAbsent(type + name, k -> Optional.ofNullable(find(type, name, naming)))
        .orElse(null);
  }

  private @Nullable Known find(EntityType type, String name, Naming naming) {
    if (type == EntityType.LOCATION) {
      Known place = naming.context.place(name);
      if (place != null) return place;
      Known country = naming.countries.get(name);
      String common = country == null ? evidence.common(name, naming.language) : null;
      return common == null ? country : naming.context.place(common);
    }
    if (type == EntityType.ORGANISATION)
      return naming.bodies.find(name, naming.mentions.getOrDefault(name, List.of()));
    for (Known k : gazetteer.find(name)) if (k.type() == type) return k;
    return null;
  }

  /** Who is who in one document: full forms of surnames and acronyms. One thread. */
  private final class Naming {
    final Context context;
    final Bodies bodies;
    final Map<String, Known> countries;
    final String language;
    final Map<String, Optional<Known>> links = new HashMap<>();

    /** Where each name stands. */
    final Map<String, List<Context.Mentioned>> mentions = new HashMap<>();

    /** Normalised full names in the document. */
    final Map<String, String> full = new HashMap<>();

    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> acronyms;

    Naming(Document document, List<Span> spans) {
      List<Context.Mentioned> places = new ArrayList<>();
      for (Span span : spans) {
        String name = clean(span, document.text());
        Context.Mentioned mention = new Context.Mentioned(name, span.start(), span.end());
        mentions.computeIfAbsent(name, n -> new ArrayList<>(1)).add(mention);
        if (span.type() == EntityType.LOCATION) places.add(mention);
        full.putIfAbsent(LocalId.normalised(name), name);
        String[] words = name.split(" ");
        if (span.type() == EntityType.PERSON && words.length > 1) {
          people.putIfAbsent(words[words.length - 1], name);
          people.putIfAbsent(words[0] + " " + words[words.length - 1], name);
        }
      }
      for (Span span : spans) {
        String[] words = clean(span, document.text()).split(" ");
        // family name first, where no one has it last
        if (span.type() == EntityType.PERSON && words.length > 1)
          people.putIfAbsent(words[0], String.join(" ", words));
      }
      countries = gazetteer.countries(document.language());
      language = document.language().split("-", 2)[0].toLowerCase(Locale.ROOT);
      context = new Context(gazetteer, document.text(), places, document.located());
      bodies =
          new Bodies(
              gazetteer, document.text(), context, n -> full.containsKey(LocalId.normalised(n)));
      acronyms = Acronym.definitions(document.text(), spans);
    }

    String full(EntityType type, String name) {
      if (type == EntityType.PERSON) {
        String[] words = name.split(" ");
        String key = words.length > 2 ? words[0] + " " + words[words.length - 1] : name;
        return people.getOrDefault(key, name);
      }
      return acronyms.getOrDefault(name, name);
    }

    /**
     * One space between words; of people and places, the capitals of a headline or a dateline as in
     * a text.
     */
    static String clean(Span span, String text) {
      String name = SPACES.matcher(span.in(text)).replaceAll(" ");
      boolean shouted =
          (span.type() == EntityType.PERSON || span.type() == EntityType.LOCATION)
              && name.length() > 4
              && name.equals(name.toUpperCase(Locale.ROOT));
      return shouted ? Gazetteer.capitalised(name) : name;
    }
  }

  /** Mentions of one thing. One thread. */
  private static final class Group {
    private final EntityType type;
    private final String uri;
    private final List<Mention> mentions = new ArrayList<>();
    private String name = "";
    private @Nullable Known known;

    Group(EntityType type, String uri) {
      this.type = type;
      this.uri = uri;
    }

    void add(Span span, String full, @Nullable Known link) {
      mentions.add(Mention.newBuilder().setStart(span.start()).setEnd(span.end()).build());
      if (full.length() > name.length()) name = full;
      known = link;
    }

    double weight(Document document) {
      double weight = 0;
      for (Mention m : mentions) weight += m.getStart() < LEAD ? 2 : 1;
      String headline = document.headline();
      boolean headlined =
          headline != null && (headline.contains(name) || headline.contains(lastWord()));
      return headlined ? weight + 3 : weight;
    }

    private String lastWord() {
      return type == EntityType.PERSON ? name.substring(name.lastIndexOf(' ') + 1) : name;
    }

    Entity entity(double salience) {
      return Entity.newBuilder()
          .setType(type)
          .setName(known == null ? name : known.name())
          .setUri(uri)
          .setLinked(known != null)
          .setCountry(known == null ? null : known.country())
          .setMentions(mentions)
          .setSalience(salience)
          .build();
    }
  }
}
