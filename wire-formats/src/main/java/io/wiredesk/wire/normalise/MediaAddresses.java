package io.wiredesk.wire.normalise;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Rendition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of media without those that a browser would run or unpack instead of fetching: {@code
 * javascript:}, {@code vbscript:}, {@code data:} and their kin, however they are written. An
 * association keeps its captions as long as one of its renditions has an address. Used once, by one
 * thread.
 */
final class MediaAddresses {

  private static final Set<String> UNSAFE =
      Set.of("javascript", "vbscript", "livescript", "mocha", "jscript", "data", "blob");

  /** Schemes that only wrap another address. */
  private static final Set<String> WRAPPERS = Set.of("view-source", "feed", "jar", "url");

  private final List<String> repairs = new ArrayList<>();

  /** What was dropped, in the words of a repair. */
  List<String> repairs() {
    return repairs;
  }

  List<AltId> ids(List<AltId> ids) {
    return ids.stream().filter(id -> isSafe(id.getValue(), "alternative identifier")).toList();
  }

  List<Association> associations(List<Association> associations) {
    return associations.stream().map(this::association).filter(Objects::nonNull).toList();
  }

  List<Rendition> renditions(List<Rendition> renditions) {
    return renditions.stream()
        .filter(r -> r.getHref() == null || isSafe(r.getHref(), "rendition " + r.getName()))
        .toList();
  }

  private @Nullable Association association(Association association) {
    List<Rendition> renditions = renditions(association.getRenditions());
    Association.Builder kept = Association.newBuilder(association).setRenditions(renditions);
    if (isSafe(association.getUri(), "association " + association.getName())) {
      return kept.build();
    }
    return renditions.stream()
        .map(Rendition::getHref)
        .filter(Objects::nonNull)
        .findFirst()
        .map(href -> kept.setUri(href).build())
        .orElse(null);
  }

  private boolean isSafe(String address, String of) {
    String scheme = scheme(address);
    if (!UNSAFE.contains(scheme)) {
      return true;
    }
    repairs.add("address with " + scheme + ": dropped, " + of);
    return false;
  }

  /**
   * The scheme as a browser reads it: without white space, control characters and case; the inner
   * one where it is wrapped; empty where there is none.
   */
  static String scheme(String address) {
    int end = Math.min(address.length(), 200);
    StringBuilder read = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char c = address.charAt(i);
      boolean seen = c > ' ' && !Character.isISOControl(c) && !Character.isWhitespace(c);
      if (seen && Character.getType(c) != Character.FORMAT) {
        read.append(c);
      }
    }
    String rest = read.toString().replaceFirst("^[\"'<(]+", "");
    for (int colon = rest.indexOf(':'); colon > 0; colon = rest.indexOf(':')) {
      String scheme = rest.substring(0, colon).toLowerCase(Locale.ROOT);
      if (!WRAPPERS.contains(scheme)) {
        return scheme;
      }
      rest = rest.substring(colon + 1);
    }
    return "";
  }
}
