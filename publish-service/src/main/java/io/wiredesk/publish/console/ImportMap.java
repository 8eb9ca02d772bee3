package io.wiredesk.publish.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a browser finds the modules that ours import by name: what the libraries' jars say of
 * themselves, merged. Browsers take an import map from within the page alone, so that the page's
 * policy names it by its hash. Immutable.
 */
final class ImportMap {

  /** Path under which the libraries' files are served. */
  static final String PATH = "/_static/";

  /** Where they are on the class path. */
  static final String FOLDER = "META-INF/resources/_static/";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String json;

  private ImportMap(Map<String, String> imports) {
    try {
      this.json = JSON.writeValueAsString(Map.of("imports", imports));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of strings are always JSON", e);
    }
  }

  /** The map of every library on the class path that brings one. */
  static ImportMap ofLibraries() {
    Map<String, String> imports = new TreeMap<>();
    try {
      for (URL url :
          Collections.list(
              ImportMap.class.getClassLoader().getResources("META-INF/importmap.json"))) {
        JsonNode map = JSON.readTree(Resource.text(url)).path("imports");
        map.properties().forEach(entry -> imports.put(entry.getKey(), entry.getValue().asText()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ImportMap(imports);
  }

  /** The element of the page that holds it. */
  String element() {
    return "<script type=\"importmap\">" + json + "</script>";
  }

  /** How a policy names it. */
  String hash() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(json.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
