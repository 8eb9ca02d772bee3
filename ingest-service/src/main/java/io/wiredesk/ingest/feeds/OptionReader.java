package io.wiredesk.ingest.feeds;

import io.wiredesk.runtime.yaml.Environment;
import io.wiredesk.runtime.yaml.YamlMap;
import io.wiredesk.runtime.yaml.YamlProblem;
import io.wiredesk.runtime.yaml.YamlText;
import io.wiredesk.wire.profile.Durations;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads and checks what an entry says of its transport. Immutable. */
record OptionReader(FeedKind kind, Environment environment) {

  private static final int LEAST_KEY = 16;
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)[?&;][^=&]*(password|passphrase|secret|token|api-?_?key|access-?_?key|credential)[^=&]*=(?!\\$\\{|RAW\\(\\$\\{|#)[^&]+");

  /**
   * @param entry the whole entry
   * @param common names that every entry may have
   */
  Map<FeedOption, String> read(YamlMap entry, Set<String> common) {
    Map<FeedOption, String> options = new EnumMap<>(FeedOption.class);
    for (String name : entry.keys()) {
      if (!common.contains(name)) {
        FeedOption option = known(name, entry.line(name));
        YamlText text = entry.text(name).orElseThrow();
        options.put(option, value(option, text.value().strip(), text.line()));
      }
    }
    for (FeedOption required : kind.required()) {
      if (!options.containsKey(required)) {
        throw new YamlProblem(
            entry.line(), "a feed of kind " + kind.word() + " needs " + required.word());
      }
    }
    together(options, entry);
    return options;
  }

  private FeedOption known(String name, int line) {
    return FeedOption.of(name)
        .filter(kind::takes)
        .orElseThrow(
            () ->
                new YamlProblem(
                    line,
                    "a feed of kind " + kind.word() + " has no " + name + "; it has " + words()));
  }

  private String words() {
    Set<String> words = new TreeSet<>();
    for (FeedOption option : FeedOption.values()) {
      if (kind.takes(option)) {
        words.add(option.word());
      }
    }
    return words.isEmpty() ? "no options" : String.join(", ", words);
  }

  private String value(FeedOption option, String text, int line) {
    if (text.isEmpty()) {
      throw new YamlProblem(line, option.word() + " has no value");
    }
    return switch (option.form()) {
      case SECRET -> secret(option, text, line);
      case TEXT -> environment.fill(text, line);
      case URL -> url(text, line);
      case CAMEL_URI -> camelUri(text, line);
      case DURATION ->
          Durations.parse(text)
              .map(time -> text)
              .orElseThrow(
                  () ->
                      new YamlProblem(
                          line,
                          option.word()
                              + " must be a time of at most a day like 250ms, 10s, 5m, 1h, not "
                              + text));
      case FLAG -> choice(option, text, line, Set.of("true", "false"));
      case AFTER -> choice(option, text, line, Set.copyOf(kind.afters()));
    };
  }

  private static String choice(FeedOption option, String text, int line, Set<String> words) {
    if (!words.contains(text)) {
      throw new YamlProblem(
          line,
          option.word()
              + " must be one of "
              + String.join(", ", new TreeSet<>(words))
              + ", not "
              + text);
    }
    return text;
  }

  private String secret(FeedOption option, String text, int line) {
    String secret = environment.secret(option.word(), text, line);
    boolean ours = option == FeedOption.KEY || option == FeedOption.HMAC_SECRET;
    if (ours && secret.length() < LEAST_KEY) {
      throw new YamlProblem(
          line, option.word() + " must have at least " + LEAST_KEY + " characters");
    }
    return secret;
  }

  private String url(String text, int line) {
    refuseSecretParameter(text, line);
    String filled = environment.fill(text, line);
    URI uri;
    try {
      uri = new URI(filled);
    } catch (URISyntaxException e) {
      throw new YamlProblem(line, "url is no address: " + e.getReason());
    }
    if (uri.getScheme() == null || !kind.schemes().contains(uri.getScheme())) {
      throw new YamlProblem(
          line,
          "the url of a feed of kind "
              + kind.word()
              + " begins with "
              + String.join(":// or ", new TreeSet<>(kind.schemes()))
              + "://");
    }
    if (uri.getHost() == null) {
      throw new YamlProblem(line, "url names no host");
    }
    if (uri.getRawUserInfo() != null) {
      throw new YamlProblem(
          line, "user and password do not stand in the url: use user, and password: ${NAME}");
    }
    return filled;
  }

  private String camelUri(String text, int line) {
    refuseSecretParameter(text, line);
    if (!text.matches("[a-z][a-z0-9+.-]*:.+")) {
      throw new YamlProblem(line, "uri is no endpoint of Camel, like jms:queue:wires");
    }
    return environment.fill(text, line);
  }

  private static void refuseSecretParameter(String text, int line) {
    if (SECRET_PARAMETER.matcher(text).find()) {
      throw new YamlProblem(
          line, "a secret does not stand in this file: write its parameter as ${NAME}");
    }
  }

  private void together(Map<FeedOption, String> options, YamlMap entry) {
    boolean key = options.containsKey(FeedOption.PRIVATE_KEY_FILE);
    if (kind == FeedKind.SFTP && !key && !options.containsKey(FeedOption.PASSWORD)) {
      throw new YamlProblem(entry.line(), "a feed of kind sftp needs password or private-key-file");
    }
    if (options.containsKey(FeedOption.HEADER) != options.containsKey(FeedOption.HEADER_VALUE)) {
      throw new YamlProblem(entry.line(), "header and header-value go together");
    }
    if (kind == FeedKind.PUSH
        && options.containsKey(FeedOption.KEY)
        && options.containsKey(FeedOption.HMAC_SECRET)) {
      throw new YamlProblem(entry.line(), "a push feed has key or hmac-secret, not both");
    }
    if (options.containsKey(FeedOption.USER) && options.containsKey(FeedOption.TOKEN)) {
      throw new YamlProblem(entry.line(), "a feed has user and password or token, not both");
    }
  }
}
