package io.wiredesk.publish.output;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Absolute links to what this service serves.
 *
 * @param base scheme, host and port under which the reader reached it, without a slash at the end
 */
public record Links(String base) {

  /** The item in that format. */
  String item(String uri, OutputFormat format) {
    return base + "/items/" + segment(uri) + "." + format.extension();
  }

  /** The item as the API tells it. */
  String item(String uri) {
    return base + "/items/" + segment(uri);
  }

  /** A path and query from the root. */
  String at(String path) {
    return base + path;
  }

  /** Percent-encoded as one segment of a path, with RFC 3986's %20 for a space. */
  private static String segment(String uri) {
    return URLEncoder.encode(uri, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
