// The keyboard: single letters where no field has the focus, none with Ctrl, Alt or Meta: those are the browser's.

const PAUSE = 1_500; // milliseconds that `g` waits for its letter

export class Keys {
  #bindings; // key → {text, run}
  #after; // the same for what follows g
  #pending = 0;

  constructor(bindings, after) {
    this.#bindings = bindings;
    this.#after = after;
    addEventListener('keydown', (event) => this.#press(event));
  }

  /** Every key with what it does, for people. */
  list() {
    const of = (bindings, prefix) => Object.entries(bindings).map(([key, {text}]) => [prefix + (key === ' ' ? 'Space' : key), text]);
    return [...of(this.#bindings, ''), ...of(this.#after, 'g ')];
  }

  #press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isBusy(event)) return;
    const bindings = this.#pending ? this.#after : this.#bindings;
    clearTimeout(this.#pending);
    this.#pending = 0;
    if (bindings === this.#bindings && event.key === 'g') {
      this.#pending = setTimeout(() => { this.#pending = 0; }, PAUSE);
      return;
    }
    const bound = Object.hasOwn(bindings, event.key) ? bindings[event.key] : null;
    if (bound && bound.run(event) !== false) event.preventDefault();
  }
}

/** True where the key belongs to something else: a field, a dialog, a button or link that Enter or Space presses. */
function isBusy(event) {
  const target = event.target;
  if (document.querySelector('dialog[open]')) return true;
  if (target.closest('input, textarea, select, [contenteditable]')) return event.key !== 'Escape';
  return (event.key === ' ' || event.key === 'Enter') && Boolean(target.closest('button, a, summary'));
}
