package io.wiredesk.runtime.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.0.8",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "2001::1",
        "fec0::1"
      })
  void isNotPublic(String address) throws UnknownHostException {
    assertThat(PrivateAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    assertThatThrownBy(() -> PrivateAddresses.resolve(address, false))
        .isInstanceOf(PrivateAddressException.class);
    assertThat(PrivateAddresses.resolve(address, true)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.15.0.1",
        "172.32.0.1",
        "100.63.0.1",
        "100.128.0.1",
        "11.0.0.1",
        "2606:4700::1111",
        "64:ff9b::808:808",
        "2002:808:808::"
      })
  void isPublic(String address) throws UnknownHostException {
    assertThat(PrivateAddresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void aNameOfThisMachineIsNotPublic() {
    assertThatThrownBy(() -> PrivateAddresses.resolve("localhost", false))
        .hasMessageContaining("allow-private: true");
  }
}
