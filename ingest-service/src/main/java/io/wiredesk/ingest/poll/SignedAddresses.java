package io.wiredesk.ingest.poll;

import java.util.regex.Pattern;

/**
 * Addresses of pictures that a store signs anew at every request: the parameters that sign and date
 * them say nothing of the picture, so an entry that differs in them alone has not changed.
 * Stateless.
 */
public final class SignedAddresses {

  /** Of AWS, CloudFront, Google, Azure, Akamai and Facebook, and those that sign by one name. */
  private static final String PARAMETERS =
      "(?:X-(?:Amz|Goog|Oss|Cos|Obs)-[\\w-]+|AWSAccessKeyId|GoogleAccessId|OSSAccessKeyId|Signature"
          + "|Expires|Policy|Key-Pair-Id|sig|se|st|skoid|sktid|skt|ske|sks|skv|hdnts|hdnea|__gda__"
          + "|token|auth_key|exp|hmac|hash|oh|oe|_nc_\\w+|ccb|verify|wsSecret|wsTime)";

  /** Within an address alone: behind its question mark, up to what ends it. */
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?i)(?<=[?&;])" + PARAMETERS + "=[^&\"'<>\\s#]{0,2000}(?:&amp;|&#38;|&#x26;|&)?");

  private SignedAddresses() {}

  /** The text without the parameters that sign its addresses; the same where there are none. */
  public static String without(String text) {
    return text.indexOf('?') < 0 ? text : SIGNED.matcher(text).replaceAll("");
  }
}
