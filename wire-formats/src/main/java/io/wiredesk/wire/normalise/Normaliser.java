package io.wiredesk.wire.normalise;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.schemas.TrustedClasses;
import io.wiredesk.wire.normalise.body.BodyReader;
import io.wiredesk.wire.normalise.body.BodyText;
import io.wiredesk.wire.normalise.body.Paragraphs;
import io.wiredesk.wire.normalise.identity.Identities;
import io.wiredesk.wire.normalise.identity.Identity;
import io.wiredesk.wire.normalise.identity.LeadNumbers;
import io.wiredesk.wire.normalise.identity.Revision;
import io.wiredesk.wire.normalise.provider.Agencies;
import io.wiredesk.wire.normalise.provider.Provider;
import io.wiredesk.wire.normalise.signal.Slots;
import io.wiredesk.wire.normalise.vocabulary.ItemTypes;
import io.wiredesk.wire.normalise.vocabulary.LanguageTags;
import io.wiredesk.wire.normalise.vocabulary.NewsCodes;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fields to a record: settles identity, revision, times, status, text and vocabularies. The same
 * item, profile and time of receipt give the same record. Stateless, safe to share between threads.
 */
public final class Normaliser {

  /** Extra that says what the text conventions said, where they decided. */
  public static final String SIGNAL_EXTRA = "wiredesk:signal";

  /** Anybody writes what he likes there, also identifiers of others. */
  private static final Set<WireFormat> NO_WIRE =
      EnumSet.of(
          WireFormat.RSS, WireFormat.ATOM, WireFormat.JSON_FEED, WireFormat.HTML, WireFormat.EMAIL);

  private final BodyReader bodies = new BodyReader();
  private final Identities identities = new Identities();

  /** Lets Avro find the contract's classes, which the records' builders need. */
  public Normaliser() {
    TrustedClasses.trust();
  }

  /**
   * The item as a record, without enrichment and trail.
   *
   * @param item as parsed; not changed
   */
  public NewsItem normalise(WireItem item, SourceInfo source) {
    BodyText body = Paragraphs.orDescription(bodies.read(item.bodies), item);
    Times times = Times.of(item, source.receivedAt());
    Revision revision =
        Revision.of(item.get(Field.VERSION), LeadNumbers.of(versionTexts(item)), times.created())
            .orderedBy(item.get(Field.REVISION))
            .notAfter(source.receivedAt());
    Standing standing = Standing.of(item, body.text(), times.created(), isLater(revision), source);
    Provider provider = provider(item, source, body.text());
    FeedIdentity ids = new FeedIdentity(identities, source, context(item, source, provider.name()));
    Identity identity = ids.of(item);
    NewsItem.Builder builder = NewsItem.newBuilder();
    MediaAddresses media = new MediaAddresses();
    identify(builder, item, identity, revision);
    builder
        .setAltIds(media.ids(builder.getAltIds()))
        .setAssociations(media.associations(item.associations))
        .setRenditions(media.renditions(item.renditions));
    builder.setActsOn(
        item.actsOn.stream().filter(id -> !id.isBlank()).map(ids::named).distinct().toList());
    stand(builder, item, standing);
    builder.setEdNotes(EditorNotes.of(item.edNotes, body.nonPublic()));
    date(builder, item, times);
    boolean first = standing.signal() == Signal.NEW && !revision.isLater();
    builder.setFirstCreated(times.first(item, source.format(), first));
    describe(builder, item, source);
    codes(builder, item, source, provider);
    rights(builder, item);
    Source origin = origin(source, provider.name(), identity);
    origin.getRepairs().addAll(repairs(item, body, times, standing));
    origin.getRepairs().addAll(media.repairs());
    return builder
        .setBodies(body.bodies())
        .setText(body.text())
        .setBlocks(body.blocks())
        .setSource(origin)
        .setExtras(extras(item, standing))
        .build();
  }

  private static List<String> repairs(
      WireItem item, BodyText body, Times times, Standing standing) {
    List<String> repairs = new ArrayList<>(item.repairs);
    repairs.addAll(body.repairs());
    Stream.ofNullable(times.repair()).forEach(repairs::add);
    repairs.addAll(standing.repairs());
    return repairs.stream().distinct().toList();
  }

  private static void identify(
      NewsItem.Builder builder, WireItem item, Identity identity, Revision revision) {
    List<AltId> altIds = new ArrayList<>(item.altIds);
    identity.altIds().stream().filter(id -> !altIds.contains(id)).forEach(altIds::add);
    builder
        .setUri(identity.uri())
        .setAltIds(altIds)
        .setVersion(revision.version())
        .setRevision(revision.order())
        .setType(ItemTypes.of(item.get(Field.TYPE)));
  }

  private static void stand(NewsItem.Builder builder, WireItem item, Standing standing) {
    builder
        .setSignal(standing.signal())
        .setPubStatus(standing.status())
        .setEmbargoedUntil(standing.embargoedUntil())
        .setProfile(standing.profile())
        .setUrgency(item.urgency());
  }

  private static void date(NewsItem.Builder builder, WireItem item, Times times) {
    builder
        .setVersionCreated(times.created())
        .setContentCreated(item.time(Field.CONTENT_CREATED))
        .setExpires(item.time(Field.EXPIRES));
  }

  private static void describe(NewsItem.Builder builder, WireItem item, SourceInfo source) {
    String language = LanguageTags.normalise(item.get(Field.LANGUAGE));
    builder
        .setLanguage(
            language != null ? language : LanguageTags.normalise(source.profile().language()))
        .setTitle(item.get(Field.TITLE))
        .setHeadlines(texts(item.headlines))
        .setSlugline(item.get(Field.SLUGLINE))
        .setBy(item.get(Field.BY))
        .setLocated(item.get(Field.LOCATED))
        .setDescriptions(texts(item.descriptions))
        .setKeywords(
            item.keywords.stream()
                .map(String::strip)
                .filter(k -> !k.isEmpty())
                .distinct()
                .toList());
  }

  private static void codes(
      NewsItem.Builder builder, WireItem item, SourceInfo source, Provider provider) {
    builder
        .setSubjects(NewsCodes.subjects(item.subjects, source.profile().categories()))
        .setPlaces(item.places.stream().distinct().toList())
        .setPeople(item.people.stream().distinct().toList())
        .setOrganisations(item.organisations.stream().distinct().toList())
        .setGenres(NewsCodes.subjects(item.genres, Map.of()))
        .setInfoSources(Sources.of(item.infoSources, provider));
  }

  private static void rights(NewsItem.Builder builder, WireItem item) {
    builder
        .setUsageTerms(item.get(Field.USAGE_TERMS))
        .setCopyrightHolder(item.get(Field.COPYRIGHT_HOLDER))
        .setCopyrightNotice(item.get(Field.COPYRIGHT_NOTICE))
        .setRightsInfo(item.rightsInfo());
  }

  private static Source origin(SourceInfo source, @Nullable String provider, Identity identity) {
    return Source.newBuilder()
        .setFeed(source.profile().feed())
        .setProvider(provider)
        .setTransport(source.transport())
        .setFormat(source.format().id())
        .setSourceName(source.sourceName())
        .setReceivedAt(source.receivedAt())
        .setSha256(source.sha256())
        .setRawTopic(source.rawTopic())
        .setRawPartition(source.rawPartition())
        .setRawOffset(source.rawOffset())
        .setIndexInRaw(source.indexInRaw())
        .setIdentityRule(identity.rule())
        .setRepairs(new ArrayList<>())
        .build();
  }

  private static Map<String, String> extras(WireItem item, Standing standing) {
    Map<String, String> extras = new LinkedHashMap<>(item.extras);
    String sequence = item.get(Field.SEQUENCE);
    if (sequence != null) {
      extras.put("wiredesk:sequence", sequence);
    }
    String service = item.get(Field.SERVICE);
    if (service != null) {
      extras.put("wiredesk:service", service);
    }
    if (standing.why() != null) {
      extras.put(SIGNAL_EXTRA, standing.why());
    }
    return extras;
  }

  private static Provider provider(WireItem item, SourceInfo source, String text) {
    FeedProfile profile = source.profile();
    String own = LanguageTags.normalise(item.get(Field.LANGUAGE));
    String language = own == null ? LanguageTags.normalise(profile.language()) : own;
    return Provider.of(
        item.get(Field.PROVIDER),
        new Provider.Clues(
            profile.provider(), profile.providers(), language, item.get(Field.URI), text));
  }

  /** A feed's provider is named the same on every item; the items of one line may differ. */
  private static Identities.Context context(
      WireItem item, SourceInfo source, @Nullable String provider) {
    FeedProfile profile = source.profile();
    boolean wire = !NO_WIRE.contains(source.format());
    String stated = wire ? provider : site(item, source);
    String otherwise = stated == null ? profile.feed() : stated;
    return new Identities.Context(
        Objects.requireNonNullElse(profile.provider(), otherwise),
        profile.zone(),
        source.sha256(),
        source.indexInRaw(),
        wire ? any -> true : profile::claims);
  }

  /** Host that it was fetched from, else that of its link, identifier or sender; null: unknown. */
  private static @Nullable String site(WireItem item, SourceInfo source) {
    String name = source.sourceName();
    List<@Nullable String> addresses = new ArrayList<>();
    addresses.add(name != null && name.contains("://") ? name : null);
    item.altIds.stream()
        .filter(id -> "link".equals(id.getRole()))
        .map(AltId::getValue)
        .forEach(addresses::add);
    addresses.add(item.get(Field.URI));
    addresses.add(item.get(Field.PROVIDER));
    return addresses.stream().map(Agencies::host).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static List<String> versionTexts(WireItem item) {
    List<String> texts = new ArrayList<>();
    Stream.of(item.get(Field.SLUGLINE), item.get(Field.TITLE))
        .filter(Objects::nonNull)
        .forEach(texts::add);
    item.headlines.stream().map(TextValue::getValue).forEach(texts::add);
    item.edNotes.stream()
        .filter(note -> Slots.TAKE_KEY.equals(note.getRole()))
        .map(EditorNote::getValue)
        .forEach(texts::add);
    return texts;
  }

  private static boolean isLater(Revision revision) {
    return revision.isLater();
  }

  private static List<TextValue> texts(List<TextValue> wire) {
    return wire.stream().distinct().toList();
  }
}
