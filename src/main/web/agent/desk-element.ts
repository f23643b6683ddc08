import { property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import type { Desk } from './desk';

/** A component that shows a part of the desk and draws itself again when the desk changes. */
export class DeskElement extends YiwenElement {
  @property({ attribute: false }) desk!: Desk;
  private readonly redraw = () => this.requestUpdate();

  connectedCallback(): void {
    super.connectedCallback();
    this.desk.addEventListener('change', this.redraw);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk.removeEventListener('change', this.redraw);
  }
}
