package io.wiredesk.ingest.parse.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhitespaceTest {

  @Test
  void fingerprintIsOfTheVisibleTextAlone() {
    long whole = Whitespace.fingerprint(0, "The harbour\n  opened.");
    assertThat(Whitespace.fingerprint(Whitespace.fingerprint(0, "The har"), "bour opened. "))
        .isEqualTo(whole);
    assertThat(Whitespace.fingerprint(0, "The harbour opened")).isNotEqualTo(whole);
    assertThat(Whitespace.fingerprint(0, "The harbour poened.")).isNotEqualTo(whole);
    assertThat(Whitespace.fingerprint(0, " \n\t")).isEqualTo(Whitespace.fingerprint(0, ""));
  }
}
