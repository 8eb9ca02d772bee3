// The line to /stream: connects again by itself, also where the browser gives up.

const STATES = ['published', 'canceled', 'withheld'];
const PAUSE = 2_000;

export class Line {
  #told;
  #source = null;

  /** `told` has open, lost(problem), state(item, desk), gap, mark(mark). */
  constructor(told) {
    this.#told = told;
    // a page that the browser keeps for Back would hold its line open, and lines are few
    addEventListener('pagehide', () => this.#source?.close());
    addEventListener('pageshow', (event) => event.persisted && this.start());
  }

  start() {
    const source = new EventSource('/stream?marks=true');
    this.#source = source;
    source.onopen = () => this.#told.open();
    source.onerror = () => {
      this.#told.lost('The line to the service is down; trying again.');
      if (source.readyState === EventSource.CLOSED && source === this.#source) setTimeout(() => this.start(), PAUSE);
    };
    STATES.forEach((state) =>
      source.addEventListener(state, (event) => {
        const {item, wiredesk} = JSON.parse(event.data);
        this.#told.state(item, wiredesk);
      }));
    source.addEventListener('mark', (event) => this.#told.mark(JSON.parse(event.data)));
    source.addEventListener('resync', () => this.#told.gap());
  }
}
