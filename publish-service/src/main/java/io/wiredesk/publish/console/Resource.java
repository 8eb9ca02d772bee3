package io.wiredesk.publish.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Files of the page on the class path: our own under {@code io/wiredesk/publish/}, those of
 * libraries from the root on, their names beginning with {@code META-INF/}. Stateless.
 */
final class Resource {

  private static final String OURS = "io/wiredesk/publish/";

  private Resource() {}

  static boolean exists(String name) {
    return url(name) != null;
  }

  static String text(String name) {
    URL url = url(name);
    if (url == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return text(url);
  }

  static String text(URL url) {
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable URL url(String name) {
    String path = name.startsWith("META-INF/") ? name : OURS + name;
    return Resource.class.getClassLoader().getResource(path);
  }
}
