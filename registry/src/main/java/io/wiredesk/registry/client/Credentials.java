package io.wiredesk.registry.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Says who we are, by headers. Safe for many threads; its text never shows secrets. */
final class Credentials {
  private static final Pattern JAAS_OPTION =
      Pattern.compile("(username|password)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|'([^']*)')");

  private final Map<String, String> fixed = new LinkedHashMap<>();
  private final @Nullable OAuthTokens tokens;
  private final boolean fromUrl;

  Credentials(ClientConfig config, Connections connections) {
    String bearer = config.getString(ClientConfig.BEARER_SOURCE);
    if (bearer.isEmpty()) {
      this.tokens = null;
      this.fromUrl = basic(config);
      return;
    }
    this.fromUrl = false;
    put("target-sr-cluster", config.getString(ClientConfig.BEARER_LOGICAL_CLUSTER));
    put("Confluent-Identity-Pool-Id", config.getString(ClientConfig.BEARER_IDENTITY_POOL));
    switch (bearer) {
      case "STATIC_TOKEN" -> {
        String token = config.getPassword(ClientConfig.BEARER_TOKEN).value();
        if (token.isEmpty()) {
          throw new ConfigException("STATIC_TOKEN needs " + ClientConfig.BEARER_TOKEN);
        }
        fixed.put("Authorization", "Bearer " + token);
        this.tokens = null;
      }
      case "OAUTHBEARER" -> this.tokens = new OAuthTokens(connections, config, System::nanoTime);
      default ->
          throw new ConfigException(
              ClientConfig.BEARER_SOURCE, bearer, "must be STATIC_TOKEN or OAUTHBEARER");
    }
  }

  private void put(String header, String value) {
    if (!value.isEmpty()) {
      fixed.put(header, value);
    }
  }

  /** Takes basic credentials from the configuration; true where they are in the address instead. */
  private boolean basic(ClientConfig config) {
    String source = config.getString(ClientConfig.BASIC_SOURCE);
    switch (source) {
      case "URL" -> {
        return true;
      }
      case "USER_INFO" -> {
        String userInfo = config.getPassword(ClientConfig.BASIC_USER_INFO).value();
        if (userInfo.isEmpty()) {
          userInfo = config.getPassword(ClientConfig.BASIC_USER_INFO_OLD).value();
        }
        if (userInfo.isEmpty()) {
          throw new ConfigException("USER_INFO needs " + ClientConfig.BASIC_USER_INFO);
        }
        fixed.put("Authorization", basic(userInfo));
      }
      case "SASL_INHERIT" ->
          fixed.put(
              "Authorization",
              basic(fromJaas(config.getPassword(ClientConfig.SASL_JAAS_CONFIG).value())));
      default ->
          throw new ConfigException(
              ClientConfig.BASIC_SOURCE, source, "must be URL, USER_INFO or SASL_INHERIT");
    }
    return false;
  }

  private static String basic(String userInfo) {
    return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
  }

  private static String fromJaas(String jaas) {
    Map<String, String> options = new LinkedHashMap<>();
    Matcher matcher = JAAS_OPTION.matcher(jaas);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      options.put(
          matcher.group(1).toLowerCase(Locale.ROOT),
          quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
    }
    if (options.size() != 2) {
      throw new ConfigException(
          "SASL_INHERIT needs " + ClientConfig.SASL_JAAS_CONFIG + " with username and password");
    }
    return options.get("username") + ":" + options.get("password");
  }

  /** Headers for a request to this address. */
  Map<String, String> headers(String url) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>(fixed);
    if (tokens != null) {
      headers.put("Authorization", "Bearer " + tokens.get());
    }
    if (fromUrl) {
      String userInfo = URI.create(url).getRawUserInfo();
      if (userInfo != null) {
        String plain = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        headers.put("Authorization", basic(plain));
      }
    }
    return headers;
  }

  /** The address without user and password: fit for connections and messages. */
  static String withoutUserInfo(String url) {
    return url.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*://)[^/@]*@", "$1");
  }
}
