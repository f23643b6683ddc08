/**
 * On iOS the keyboard covers the layout viewport instead of shrinking it: the element follows the visual viewport,
 * so that its input stays above the keyboard.
 */
export function followViewport(host: HTMLElement): () => void {
  const viewport = window.visualViewport;
  if (!viewport) return () => {};
  const follow = () => {
    // Pinch zoom also shrinks the visual viewport; then the page stays as it is.
    if (viewport.scale > 1.05) return;
    host.style.setProperty('--visible-height', `${viewport.height}px`);
    host.style.setProperty('--visible-top', `${viewport.offsetTop}px`);
  };
  viewport.addEventListener('resize', follow);
  viewport.addEventListener('scroll', follow);
  follow();
  return () => {
    viewport.removeEventListener('resize', follow);
    viewport.removeEventListener('scroll', follow);
    host.style.removeProperty('--visible-height');
    host.style.removeProperty('--visible-top');
  };
}
