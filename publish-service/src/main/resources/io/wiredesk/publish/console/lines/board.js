// What the rows say of the lines they came over.

const MINUTE = 60_000;
const ENOUGH = 8; // items before a pause says anything
const SHORTEST = 5 * MINUTE;

/** One entry a feed, by name. `rows` are newest first; a line is silent after twice its longest pause among them. */
export function board(rows, now) {
  const lines = new Map();
  for (const row of rows) {
    if (!row.feed) continue; // taken back: its feed is not said
    if (!lines.has(row.feed)) {
      lines.set(row.feed, {name: row.feed, last: row.time, at: row.time, pause: 0, items: 0, takenBack: 0, agencies: new Set(),
        perFiveMinutes: new Array(12).fill(0)});
    }
    const line = lines.get(row.feed);
    line.pause = Math.max(line.pause, line.at - row.time);
    line.at = row.time;
    line.items++;
    line.takenBack += row.state === 'PUBLISHED' ? 0 : 1;
    if (row.agency) line.agencies.add(row.agency);
    const ago = Math.floor((now - row.time) / (5 * MINUTE));
    if (ago >= 0 && ago < 12) line.perFiveMinutes[11 - ago]++;
  }
  return [...lines.values()].sort((a, b) => a.name.localeCompare(b.name)).map((line) => ({
    ...line,
    agencies: [...line.agencies].sort(),
    silent: line.items >= ENOUGH && now - line.last > Math.max(SHORTEST, 2 * line.pause),
  }));
}
