// Colours and what all parts share.
import {css} from 'lit';
import {adopt} from '../page/element.js';

adopt(css`
  :root {
    color-scheme: light dark;
    --ink: #16191c; --soft: #545b63; --paper: #f4f3ef; --card: #fff; --rule: #d9d6ce; --accent: #0a4f96;
    --on-accent: #fff; --alert: #b0201a; --on-alert: #fff; --warm: #7a4a00; --chip: #e9e6df; --pick: #dfeaf7;
    --new: #e2f3e2; --old: #fbe3e1; --row: 24px;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --ink: #e8e6e1; --soft: #a9aeb4; --paper: #141618; --card: #1c1f21; --rule: #363a3e; --accent: #90bdf2;
      --on-accent: #10161d; --alert: #ff9a91; --on-alert: #2a0503; --warm: #e9bc74; --chip: #2b2f32; --pick: #22344a;
      --new: #1d3a23; --old: #47211f;
    }
  }
  *, *::before, *::after { box-sizing: border-box; }
  html, body { height: 100%; margin: 0; overflow: hidden; }
  body { background: var(--paper); color: var(--ink); font: 13px/1.4 system-ui, "Noto Sans", sans-serif; }
  [hidden] { display: none !important; }
  h1, h2, h3, p { margin: 0; }
  a { color: var(--accent); }
  button, input, select, textarea { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--rule);
    border-radius: 4px; padding: 2px 7px; }
  button { cursor: pointer; }
  button:hover { border-color: var(--accent); }
  button.plain { background: none; border-color: transparent; }
  button.strong { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
  button.danger { background: var(--alert); border-color: var(--alert); color: var(--on-alert); font-weight: 600; }
  button[aria-pressed="true"], [aria-current="page"] { background: var(--pick); border-color: var(--accent); }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
  .soft { color: var(--soft); }
  .chip { display: inline-block; background: var(--chip); border-radius: 3px; padding: 0 5px; font-size: 11px; line-height: 17px; }
  .chip.alert, .chip.gone { background: var(--alert); color: var(--on-alert); font-weight: 700; }
  .chip.corrected { background: var(--warm); color: var(--card); font-weight: 700; }
  dialog { color: var(--ink); background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: 16px 20px;
    max-width: min(44rem, calc(100vw - 24px)); max-height: calc(100vh - 32px); overflow: auto; }
  dialog::backdrop { background: rgb(0 0 0 / .45); }
  dialog h2 { font-size: 17px; margin-bottom: 8px; }
  kbd { font: 600 12px/1 ui-monospace, monospace; background: var(--chip); border: 1px solid var(--rule); border-radius: 4px;
    padding: 2px 6px; }
  table.plain { border-collapse: collapse; width: 100%; }
  table.plain th, table.plain td { text-align: start; padding: 4px 10px 4px 0; border-bottom: 1px solid var(--rule);
    vertical-align: top; overflow-wrap: anywhere; }
  table.plain th { color: var(--soft); font-weight: 600; white-space: nowrap; }
  .number { text-align: end !important; font-variant-numeric: tabular-nums; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`);
