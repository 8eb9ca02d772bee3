// Times in the chosen zone, 24 hours; the whole instant stands in a title.
import {choices} from '../page/choices.js';

const formats = new Map();

function format(options) {
  const zone = choices.get('zone');
  const name = zone + JSON.stringify(options);
  if (!formats.has(name)) {
    formats.set(name, new Intl.DateTimeFormat('en-GB', {...options, timeZone: zone, hourCycle: 'h23'}));
  }
  return formats.get(name);
}

const day = (time) => format({year: 'numeric', month: '2-digit', day: '2-digit'}).format(time);

/** 14:05 today, 30 Nov 14:05 on other days. */
export function clock(time) {
  const at = new Date(time);
  const hours = format({hour: '2-digit', minute: '2-digit'}).format(at);
  return day(at) === day(new Date()) ? hours : `${format({day: '2-digit', month: 'short'}).format(at)} ${hours}`;
}

/** 30 Nov 2026, 14:05:09 CET. */
export function moment(time) {
  return format({
    day: '2-digit', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(time));
}

export const iso = (time) => new Date(time).toISOString();

/** How long until then: 2 d 3 h, 3 h 20 min, 4 min 9 s. */
export function span(millis) {
  const seconds = Math.max(0, Math.round(millis / 1000));
  const [d, h, m, s] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  if (d) return `${d} d ${h} h`;
  if (h) return `${h} h ${m} min`;
  return m ? `${m} min ${s} s` : `${s} s`;
}

export const ZONES = ['UTC', ...(Intl.supportedValuesOf ? Intl.supportedValuesOf('timeZone') : [])];
