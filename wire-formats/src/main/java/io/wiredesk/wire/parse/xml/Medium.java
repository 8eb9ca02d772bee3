package io.wiredesk.wire.parse.xml;

import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Rendition;
import io.wiredesk.wire.parse.Digits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture, video, or other medium that a body shows. Collected while the body is converted.
 *
 * @param type ninjs type: picture, video, audio, graphic
 * @param uri identifier or address
 * @param caption caption, null where none
 * @param credit producer or credit, null where none
 * @param renditions its files
 */
public record Medium(
    String type,
    String uri,
    @Nullable String caption,
    @Nullable String credit,
    List<Rendition> renditions) {

  public Medium {
    renditions = List.copyOf(renditions);
  }

  /** As an association of this name. */
  public Association association(String name) {
    return new Association(
        name, uri, type, null, null, caption, credit, new ArrayList<>(renditions));
  }

  /** ninjs type for a media type or NITF media-type; picture where nothing is known. */
  public static String type(@Nullable String mediaType) {
    String lower = mediaType == null ? "" : mediaType.toLowerCase(java.util.Locale.ROOT);
    if (lower.contains("video") || lower.contains("mpeg4") || lower.contains("mp4")) {
      return "video";
    }
    if (lower.contains("audio") || lower.contains("mp3")) {
      return "audio";
    }
    return lower.contains("graphic") || lower.contains("svg") ? "graphic" : "picture";
  }

  /** A number of pixels or bytes as written, null where it is none. */
  public static @Nullable Integer number(@Nullable String text) {
    if (text == null || !Digits.are(text.strip(), 1, 9)) {
      return null;
    }
    return Integer.valueOf(text.strip());
  }
}
