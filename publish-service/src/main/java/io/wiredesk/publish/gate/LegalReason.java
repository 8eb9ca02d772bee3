package io.wiredesk.publish.gate;

import java.util.regex.Pattern;

/**
 * Whether somebody takes copy back for a legal reason: then its headline must not be told once more
 * to everybody who is told to remove it. In doubt it is one. Stateless.
 */
final class LegalReason {

  /** Beginnings of words in the languages of the wires; a court is one whatever it plays. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:libel|slander|defam|diffam|difam|injunct|legal|lawsuit|lawyer|litigat|"
              + "courts?\\b|contempt|gag order|sub judice|judicial|judiciair|judicia[lr]|privacy|privacidad|"
              + "rechtlich|juristisch|gericht|einstweilig|unterlassung|verleumd|rufmord|anwalt|abmahnung|"
              + "pers\u00f6nlichkeitsrecht|presserecht|medienrecht|urheberrecht|copyright|"
              + "juridi|ordonnance|r\u00e9f\u00e9r\u00e9|tribuna|avocat|vie priv\u00e9e|calomni|calumni|"
              + "jur\u00eddic|juzgado|abogad|demanda|querella|denuncia|giuridic|giudiziar|ingiunzion|avvocat|querela|"
              + "liminar|advogad|justi\u00e7a|rechter|rechtbank|smaad|laster|kort geding|domstol|r\u00e4ttslig|"
              + "rettslig|retslig|f\u00f6rtal|\u00e6rekr|s\u0105d|prawn|soud|pr\u00e1vn|mahkeme|"
              + "\u0441\u0443\u0434(?:\u0430|\u0443|\u043e\u043c|\u0435\u0431)?|\u044e\u0440\u0438\u0434\u0438\u0447|\u043a\u043b\u0435\u0432\u0435\u0442|\u0438\u0441\u043a)"
              + "|[\\p{L}-]*(?:rechtlich|gerichtlich|gericht)"
              + "|\u0642\u0627\u0646\u0648\u0646|\u0645\u062d\u0643\u0645\u0629|\u6cd5\u5f8b|\u6cd5\u9662|\u8bc9\u8bbc|\u8a34\u8a1f|\u8bfd\u8c24|\u8ab9\u8b17|\u540d\u8a89\u6bc0\u640d|\u540d\u8a89\u68c4\u640d|\u88c1\u5224");

  private LegalReason() {}

  /** True where the words give a legal reason. */
  static boolean isIn(String words) {
    return WORDS.matcher(words).find();
  }
}
