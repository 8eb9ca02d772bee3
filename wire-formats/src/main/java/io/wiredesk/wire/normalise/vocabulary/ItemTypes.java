package io.wiredesk.wire.normalise.vocabulary;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Kinds of item as wires name them to the ninjs types. Immutable. */
public final class ItemTypes {

  /** Types of ninjs 3.1. */
  public static final Set<String> NINJS =
      Set.of(
          "text",
          "audio",
          "video",
          "picture",
          "graphic",
          "composite",
          "component",
          "event",
          "planning");

  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("photo", "picture"),
          Map.entry("image", "picture"),
          Map.entry("still", "picture"),
          Map.entry("foto", "picture"),
          Map.entry("bild", "picture"),
          Map.entry("animated", "graphic"),
          Map.entry("infographic", "graphic"),
          Map.entry("animation", "graphic"),
          Map.entry("package", "composite"),
          Map.entry("multimedia", "composite"),
          Map.entry("complexdata", "composite"),
          Map.entry("film", "video"),
          Map.entry("concept", "component"));

  private ItemTypes() {}

  /** The ninjs type; copy of an unknown kind is text. */
  public static String of(@Nullable String wire) {
    if (wire == null) {
      return "text";
    }
    String name = wire.strip().toLowerCase(Locale.ROOT);
    String code = name.substring(name.lastIndexOf(':') + 1);
    String last = code.substring(code.lastIndexOf('/') + 1);
    return NINJS.contains(last) ? last : OTHERS.getOrDefault(last, "text");
  }
}
