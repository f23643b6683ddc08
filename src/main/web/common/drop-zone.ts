import { css, html, nothing, type LitElement, type ReactiveController } from 'lit';
import { icons } from './icons';

/** Makes an element take files that are dropped on it; `over` while some are held above it. */
export class DropZone implements ReactiveController {
  over = false;

  constructor(
    private readonly host: LitElement,
    private readonly dropped: (files: File[]) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('dragenter', this.above);
    this.host.addEventListener('dragover', this.above);
    this.host.addEventListener('dragleave', this.away);
    this.host.addEventListener('drop', this.drop);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('dragenter', this.above);
    this.host.removeEventListener('dragover', this.above);
    this.host.removeEventListener('dragleave', this.away);
    this.host.removeEventListener('drop', this.drop);
    this.over = false;
  }

  private readonly above = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.show(true);
  };

  /** What passes from one part of the element to another never reaches the element itself. */
  private readonly away = () => this.show(false);

  private readonly drop = (event: DragEvent) => {
    this.show(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (files.length > 0) this.dropped(files);
  };

  private show(over: boolean): void {
    if (this.over === over) return;
    this.over = over;
    this.host.requestUpdate();
  }
}

export function dropZone(zone: DropZone, words: string) {
  return zone.over ? html`<div class="drop" role="status">${icons.clip}<strong>${words}</strong></div>` : nothing;
}

export const dropStyles = css`
  .drop {
    position: absolute;
    z-index: 6;
    inset: var(--yw-space-2);
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--yw-space-2);
    border: 2px dashed var(--yw-accent);
    border-radius: var(--yw-radius-l);
    background: var(--yw-accent-soft);
    color: var(--yw-accent-text);
    font-size: var(--yw-text-l);
    opacity: 0.95;
    pointer-events: none;
  }
`;
