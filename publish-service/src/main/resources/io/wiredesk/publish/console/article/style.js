import {css} from 'lit';
import {adopt} from '../page/element.js';

adopt(css`
  wd-article { display: block; min-height: 0; min-width: 0; background: var(--card); border-inline-start: 1px solid var(--rule); }
  .article { height: 100%; overflow-y: auto; padding: 0 22px 40px; overflow-wrap: anywhere; }
  .article.empty { padding: 24px; }
  .article nav { position: sticky; top: 0; display: flex; gap: 8px; align-items: center; justify-content: flex-end; background: var(--card);
    padding: 6px 0; z-index: 1; }
  .article nav button:first-child { margin-inline-end: auto; }
  .article h2 { font: 600 22px/1.25 Georgia, "Noto Serif", serif; margin: 6px 0; max-width: 42rem; }
  .article .deck { font: italic 15px/1.4 Georgia, serif; max-width: 42rem; }
  .article .facts, .article .soft { color: var(--soft); }
  .article .changed { border-inline-start: 3px solid var(--accent); padding-inline-start: 8px; margin: 8px 0; }
  .article .note, .article .band { background: var(--chip); border-radius: 4px; padding: 5px 9px; margin: 8px 0; max-width: 42rem; white-space: pre-line; }
  .article .terms { display: flex; flex-wrap: wrap; gap: 4px; margin: 8px 0; }
  .article .terms .chip { text-decoration: none; color: var(--ink); }
  .article .terms .chip:hover { outline: 1px solid var(--accent); }
  .article .copy { font: 16px/1.55 Georgia, "Noto Serif", serif; max-width: 42rem; }
  .article .copy p, .article .copy blockquote { margin: 0 0 .75em; white-space: pre-line; }
  .article .copy h3 { font: 700 15px/1.3 system-ui, sans-serif; margin: 1.1em 0 .4em; }
  .article .copy blockquote { border-inline-start: 3px solid var(--rule); padding-inline-start: 12px; }
  .article .copy .item::before { content: "• "; }
  .article .copy .aside { font: 13px/1.45 system-ui, sans-serif; color: var(--soft); }
  .article .copy .wide { overflow-x: auto; font: 13px/1.4 system-ui, sans-serif; margin-bottom: 1em; }
  .article .copy .fresh { background: var(--new); box-shadow: -6px 0 var(--new), 6px 0 var(--new); }
  .article .removed { background: var(--old); padding: 6px 10px; border-radius: 4px; }
  .article .entity { color: inherit; text-decoration: underline dotted; text-decoration-color: var(--accent); text-underline-offset: 3px; }
  .article .entity:hover { color: var(--accent); }
  .article section { margin-top: 14px; max-width: 42rem; }
  .article section > h3 { font-size: 13px; margin-bottom: 4px; }
  .article .killed { background: var(--old); border: 2px solid var(--alert); border-radius: 6px; padding: 12px 16px; }
  .article .killed h2 { text-decoration: line-through; }
  .article .killed th { color: var(--ink); }
  .article .verdict { color: var(--alert); font-weight: 800; letter-spacing: .04em; }
  .article .provenance { margin-top: 16px; max-width: 42rem; font-size: 12px; }
  .article summary { cursor: pointer; font-weight: 600; }
`);
