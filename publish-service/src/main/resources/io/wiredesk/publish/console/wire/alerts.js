// Sound and notification for what comes, by urgency and by choice; nothing of either unless chosen.
import {choices} from '../page/choices.js';
import {place} from '../page/place.js';
import {isAlert} from '../wire/row.js';
import {store} from '../wire/store.js';
import {view} from '../wire/view.js';

const TONES = {kill: [330, 220], alert: [880, 1175], news: [660]};
let audio = null;

/** Kinds of news that may be heard or shown. */
export const LEVELS = {kill: 'kills and holds', alert: 'alerts and urgency 1–2', news: 'everything else'};

const levelOf = (row) => (row.state !== 'PUBLISHED' ? 'kill' : isAlert(row) ? 'alert' : 'news');

export function startAlerts() {
  store.addEventListener('turn', ({detail: {row}}) => {
    if (!view.matches(row)) return;
    const level = levelOf(row);
    if (choices.get('sound').includes(level)) sound(level);
    if (choices.get('notify').includes(level)) show(row, level);
  });
}

export function sound(level) {
  audio ||= new AudioContext();
  TONES[level].forEach((pitch, i) => {
    const [tone, gain] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = pitch;
    gain.gain.setValueAtTime(0.12, audio.currentTime + i * 0.16);
    gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + i * 0.16 + 0.15);
    tone.connect(gain).connect(audio.destination);
    tone.start(audio.currentTime + i * 0.16);
    tone.stop(audio.currentTime + i * 0.16 + 0.16);
  });
}

function show(row, level) {
  if (!('Notification' in window) || Notification.permission !== 'granted' || document.hasFocus()) return;
  const prefix = row.state === 'CANCELED' ? 'KILLED: ' : row.state === 'WITHHELD' ? 'HELD: ' : level === 'alert' ? 'ALERT: ' : '';
  const notification = new Notification(prefix + row.headline, {body: [row.agency, row.reason].filter(Boolean).join(' — '), tag: row.uri});
  notification.onclick = () => {
    window.focus();
    place.go({view: 'wire', item: row.uri});
  };
}

/** Asks the browser once; false where the person or the browser says no. */
export async function mayNotify() {
  return 'Notification' in window && (await Notification.requestPermission()) === 'granted';
}
