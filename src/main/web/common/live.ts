let region: HTMLElement | undefined;
/** After it, whoever reads the page finds no word of what is over. */
const HEARD = 10_000;

/** Says something to a screen reader without showing it. */
export function announce(text: string): void {
  if (!region) {
    region = document.createElement('div');
    region.setAttribute('aria-live', 'polite');
    region.style.cssText = 'position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)';
    document.body.append(region);
  }
  // The same sentence twice is only read again when the region was empty in between.
  region.textContent = '';
  setTimeout(() => region && (region.textContent = text), 50);
  setTimeout(() => region?.textContent === text && (region.textContent = ''), HEARD);
}
