package io.wiredesk.wire.normalise;

import io.wiredesk.schemas.EditorNote;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Notes to editors, with those for the newsroom alone marked as such: agencies put the names and
 * numbers of contacts into them. In doubt a note is not public. Stateless.
 */
final class EditorNotes {

  private static final Pattern CONTACT =
      Pattern.compile(
          "(?iu)\\+\\d[\\d\\s()/.-]{6,}\\d"
              + "|(?<![\\d:.-])\\(?0\\d{1,5}\\)?[\\s/-]{1,3}\\d[\\d\\s/-]{3,}\\d"
              + "|(?<![\\d-])\\(?[2-9]\\d{2}\\)?[-. ]\\d{3}[-. ]\\d{4}(?![\\d-])"
              + "|\\b(?:tel|phone|telefon|teléfono|telefono|téléphone|tél|mobile|mobil|cell|handy|durchwahl|"
              + "portable|móvil|cellulare|fax|hotline)\\b[^\\n\\d]{0,20}\\d[\\d\\s/().-]{3,}\\d"
              + "|[\\w.+-]+@[\\w-]+\\.[\\w.]+"
              + "|\\b(?:ansprechpartner(?:in)?|kontakt(?:e|person)?|contacts?|contacto|contatto|rückfragen)\\s*:"
              + "|^[\\W]*(?:autor(?:in|en)?|redaktion|author|auteur|autore)\\s*:");

  private EditorNotes() {}

  /**
   * The same notes in the same order, each once.
   *
   * @param nonPublic what stood in the body for the newsroom alone: notes behind the others
   */
  static List<EditorNote> of(List<EditorNote> wire, List<String> nonPublic) {
    List<EditorNote> notes = new ArrayList<>();
    for (EditorNote note : wire) {
      boolean open = note.getIsPublic() && !CONTACT.matcher(note.getValue()).find();
      EditorNote marked = new EditorNote(note.getRole(), note.getValue(), open);
      if (!note.getValue().isBlank() && !notes.contains(marked)) {
        notes.add(marked);
      }
    }
    for (String closed : nonPublic) {
      notes.add(new EditorNote("nonpublic", closed, false));
    }
    return notes;
  }
}
