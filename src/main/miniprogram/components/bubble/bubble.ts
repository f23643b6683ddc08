import type { Row } from '../../talk/rows';
import { words } from '../../talk/words';

/**
 * One message. Tells `ask` {text}, `rate` {seq, helpful}, `resend`, `discard`, `unfold` and `open` {key, file}.
 */
Component({
  properties: {
    row: { type: Object, value: {} as Row },
  },
  data: { words: {} as ReturnType<typeof words> },
  lifetimes: {
    attached() {
      this.setData({ words: words() });
    },
  },
  methods: {
    ask({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('ask', { text: String(currentTarget.dataset['text']) });
    },
    up() {
      this.triggerEvent('rate', { seq: this.data.row.seq, helpful: true });
    },
    down() {
      this.triggerEvent('rate', { seq: this.data.row.seq, helpful: false });
    },
    resend() {
      this.triggerEvent('resend', { key: this.data.row.key });
    },
    discard() {
      this.triggerEvent('discard', { key: this.data.row.key });
    },
    unfold() {
      this.triggerEvent('unfold', { key: this.data.row.key });
    },
    open() {
      if (!this.data.row.uploading) this.triggerEvent('open', { file: this.data.row.file });
    },
  },
});
