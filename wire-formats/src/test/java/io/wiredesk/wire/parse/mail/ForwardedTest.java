package io.wiredesk.wire.parse.mail;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;

class ForwardedTest {

  @Property
  void writesLineEndsAsOneCharacter(@ForAll @Chars({'\r', '\n', 'a', '\u2013'}) String text) {
    assertThat(Forwarded.plain(text)).isEqualTo(text.replace("\r\n", "\n"));
  }
}
