package io.wiredesk.ingest.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate authority as agencies have their own, and a certificate for a server from it. Made
 * by the JDK's keytool, once a process.
 */
final class OwnAuthority {

  static final String PASSWORD = "changeit";

  /** Of a server at 127.0.0.1. */
  static final OwnAuthority HERE = new OwnAuthority("ip:127.0.0.1");

  /** Of another authority, for a server that has another name. */
  static final OwnAuthority ELSEWHERE = new OwnAuthority("dns:files.npa.example");

  /** Key and certificate of the server, PKCS 12. */
  final Path store;

  /** Certificate of the authority, PEM. */
  final Path certificate;

  private OwnAuthority(String host) {
    try {
      Path folder = Files.createTempDirectory("authority");
      Path both = folder.resolve("both.p12");
      store = folder.resolve("server.p12");
      certificate = folder.resolve("authority.pem");
      generate(both, "authority", "CN=Agency's own authority", "bc:c");
      generate(both, "server", "CN=server", "san=" + host, "-signer", "authority");
      keytool(both, "-exportcert", "-rfc", "-alias", "authority", "-file", certificate.toString());
      keytool(
          store,
          "-importkeystore",
          "-srckeystore",
          both.toString(),
          "-srcstorepass",
          PASSWORD,
          "-srcalias",
          "server");
      for (Path file : List.of(folder, both, store, certificate)) {
        file.toFile().deleteOnExit(); // in reverse order
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void generate(Path store, String alias, String name, String... more)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-alias", alias));
    words.addAll(List.of("-dname", name, "-ext"));
    words.addAll(List.of(more));
    keytool(store, words.toArray(String[]::new));
  }

  private static void keytool(Path store, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    String to = words[0].startsWith("-import") ? "-dest" : "-";
    command.addAll(List.of(to + "keystore", store.toString()));
    command.addAll(List.of(to + "storepass", PASSWORD, to + "storetype", "PKCS12"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
