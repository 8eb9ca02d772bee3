// Pictures and other items that go with an article. A picture is fetched from its agency when the reader asks for it.
import {css, html, nothing} from 'lit';
import {adopt, Part} from '../page/element.js';

const WEB = /^https?:\/\//i;

class MediaItem extends Part {
  static properties = {media: {attribute: false}, shown: {state: true}};

  willUpdate(changed) {
    if (changed.has('media')) this.shown = false;
  }

  render() {
    const {media} = this;
    const rendition = (media.renditions || []).find((each) => WEB.test(each.href || ''));
    const title = media.headlines?.[0]?.value || media.title || media.name || media.uri;
    const caption = media.descriptions?.[0]?.value || '';
    const isPicture = ['picture', 'graphic', undefined, null, ''].includes(media.type)
      || (rendition?.contentType || '').startsWith('image/');
    return html`<figure>
      ${this.shown ? html`<img src=${rendition.href} alt=${caption || title} referrerpolicy="no-referrer" loading="lazy">` : nothing}
      <figcaption><b class="chip">${media.type || 'media'}</b> <span dir="auto">${caption || title}</span>
        ${media.by || media.copyrightHolder ? html`<span class="soft">${media.by || media.copyrightHolder}</span>` : nothing}
        ${rendition ? html`<span class="soft">${size(rendition)}</span>` : nothing}
        ${rendition && isPicture && !this.shown
          ? html`<button @click=${() => { this.shown = true; }}>Show picture</button>` : nothing}
        ${rendition ? html`<a href=${rendition.href} target="_blank" rel="noopener noreferrer">open</a>` : nothing}
      </figcaption></figure>`;
  }
}

const size = (rendition) => (rendition.width && rendition.height ? `${rendition.width} × ${rendition.height}` : '');

export function media(item) {
  const all = [...(item.renditions?.length ? [{...item, name: 'this item'}] : []), ...(item.associations || [])];
  return all.length
    ? html`<section class="media" aria-label="Pictures and other media">
        ${all.map((each) => html`<wd-media .media=${each}></wd-media>`)}</section>`
    : nothing;
}

adopt(css`
  wd-media figure { margin: 8px 0; border: 1px solid var(--rule); border-radius: 6px; overflow: hidden; }
  wd-media img { display: block; max-width: 100%; max-height: 60vh; margin: 0 auto; }
  wd-media figcaption { padding: 6px 10px; overflow-wrap: anywhere; }
`);
customElements.define('wd-media', MediaItem);
