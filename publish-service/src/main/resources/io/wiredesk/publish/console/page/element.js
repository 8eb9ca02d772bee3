// A part of the page: rendered into the document itself, so that the browser's own search, links and reading order
// see it whole; styles are adopted by the document.
import {LitElement} from 'lit';

export class Part extends LitElement {
  #listening = [];

  createRenderRoot() {
    return this;
  }

  /** Renders again when any of these says that it changed; as long as it is in the page. */
  follow(...sources) {
    this.#listening = sources;
  }

  #again = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    this.#listening.forEach((source) => source.addEventListener('change', this.#again));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.forEach((source) => source.removeEventListener('change', this.#again));
  }
}

export function adopt(styles) {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles.styleSheet];
}
