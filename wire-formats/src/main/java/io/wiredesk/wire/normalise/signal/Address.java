package io.wiredesk.wire.normalise.signal;

import java.util.regex.Pattern;

/** Lines of the text that speak to editors instead of telling news. Stateless. */
final class Address {

  private static final Pattern TO_EDITORS =
      Pattern.compile(
          "(?iu)^[\\s*+=#!>(\\[-]*(?:(?:attn|attention|achtung|avis|atención|atencion|attenzione|aviso|avviso|"
              + "notice|advisory|note|nota|hinweis|mandatory|urgent)?\\W{0,3}(?:to |an |à |aux? |a |ai )?"
              + "(?:die |der |les |l['’]|los |las |gli |the |all |our |nos |tous |sehr geehrte )?"
              + "(?:editors?|eds|subscribers|clients|customers|redaktion(?:en)?|redakteur\\w*|kund\\w+|kollegen|"
              + "rédactions?|rédacteurs?|abonnés?|editores|redactores|clientes|abonados|suscriptores|"
              + "redattori|clienti|abbonati)\\b|achtung\\b|attention\\b[:!, ]|atención\\b[:!, ]|attenzione\\b[:!, ]|"
              + "(?:please|pls|bitte|veuillez|merci de|prière de|rogamos|por favor|se ruega|si prega)\\b|"
              + "kill\\b)");

  private static final Pattern OTHER_VERSION =
      Pattern.compile(
          "(?iu)\\b(?:replaces?|replacing|supersedes?|substitutes? for|ersetzt|remplace|reemplaza|sustituye|sostituisce)\\b|"
              + "\\bnot a kill\\b|\\bno kill\\b");

  private Address() {}

  static boolean isToEditors(String line) {
    return TO_EDITORS.matcher(line).lookingAt();
  }

  /** A note that withdraws an earlier version because this one takes its place. */
  static boolean replacesOther(String text) {
    return OTHER_VERSION.matcher(text).find();
  }
}
