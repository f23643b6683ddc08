/**
 * What a customer copies keeps its label: bot text must stay recognisable as such (and a person's must not carry it).
 * Rewrites the clipboard when the selection touches messages.
 */
export function copyWithLabels(event: ClipboardEvent, root: ShadowRoot, label: (text: string) => string): void {
  const range = selectedRange(root);
  if (!range || range.collapsed) return;
  const parts: string[] = [];
  let bot = false;
  for (const message of root.querySelectorAll<HTMLElement>('[data-seq]')) {
    const content = message.querySelector<HTMLElement>('.words') ?? message.querySelector<HTMLElement>('.bubble') ?? message;
    if (!range.intersectsNode(content)) continue;
    const text = selectedText(range, content).trim();
    if (!text) continue;
    bot ||= !!message.dataset.label;
    parts.push(message.dataset.label ? label(message.dataset.label) + text : text);
  }
  if (!bot || !event.clipboardData) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', parts.join('\n'));
}

/** The part of the selection inside one element, with the line breaks that layout gives it. */
function selectedText(range: Range, content: HTMLElement): string {
  const own = document.createRange();
  own.selectNodeContents(content);
  if (content.contains(range.startContainer)) own.setStart(range.startContainer, range.startOffset);
  if (content.contains(range.endContainer)) own.setEnd(range.endContainer, range.endOffset);
  // innerText needs layout: a copy in the same place is measured and removed at once.
  const copy = document.createElement('div');
  copy.className = 'prose';
  copy.style.cssText = 'position:absolute;left:-9999px;white-space:pre-wrap';
  copy.append(own.cloneContents());
  content.parentElement!.append(copy);
  const text = copy.innerText.replace(/\n{3,}/g, '\n\n');
  copy.remove();
  return text;
}

interface ShadowSelection extends ShadowRoot {
  getSelection?: () => Selection | null;
}

/** Chromium asks the shadow root, Safari and Firefox the document with the roots that may be looked into. */
function selectedRange(root: ShadowRoot): Range | undefined {
  const own = (root as ShadowSelection).getSelection?.();
  if (own) return own.rangeCount ? own.getRangeAt(0) : undefined;
  const selection = document.getSelection() as
    | (Selection & { getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[] })
    | null;
  const composed = selection?.getComposedRanges?.({ shadowRoots: [root] })[0];
  if (!composed) return selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  const range = document.createRange();
  range.setStart(composed.startContainer, composed.startOffset);
  range.setEnd(composed.endContainer, composed.endOffset);
  return range;
}
