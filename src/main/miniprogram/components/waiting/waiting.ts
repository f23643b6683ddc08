import type { Place } from '../../talk/place';
import { filled, words } from '../../talk/words';

interface Promise_ {
  kind: string;
  label: string;
  words: string;
}

/**
 * The place in the queue, and what to do instead of waiting. Tells `help` {wanted}, `back`, `notify`, and `leave`
 * {kind, text, contact}.
 */
Component({
  properties: {
    place: { type: Object, value: {} as Place },
    promises: { type: Array, value: [] as Promise_[] },
    /** Whether WeChat can tell the customer of a reply. */
    notifies: { type: Boolean, value: false },
    told: { type: String, value: '' },
    leaving: { type: Boolean, value: false },
    problem: { type: String, value: '' },
  },
  data: {
    words: {} as ReturnType<typeof words>,
    writes: false,
    kind: 0,
    text: '',
    contact: '',
    promise: '',
  },
  lifetimes: {
    attached() {
      this.setData({ words: words() });
    },
  },
  methods: {
    help() {
      this.triggerEvent('help', { wanted: !this.data.place.botHelps });
    },
    back() {
      this.triggerEvent('back');
    },
    notify() {
      this.triggerEvent('notify');
    },
    leave() {
      this.setData({ writes: true });
      this.choose({ currentTarget: { dataset: { index: Math.max(0, this.data.promises.length - 1) } } });
    },
    wait() {
      this.setData({ writes: false });
    },
    choose({ currentTarget }: { currentTarget: { dataset: Record<string, unknown> } }) {
      const kind = Number(currentTarget.dataset['index']);
      const promised = this.data.promises[kind] as Promise_ | undefined;
      this.setData({ kind, promise: promised?.words ? filled(words().promise, { words: promised.words }) : '' });
    },
    typed({ detail }: WechatMiniprogram.Input) {
      this.setData({ text: detail.value });
    },
    reach({ detail }: WechatMiniprogram.Input) {
      this.setData({ contact: detail.value });
    },
    submit() {
      const { promises, kind, contact } = this.data;
      const text = this.data.text.trim();
      const chosen = promises[kind] as Promise_ | undefined;
      if (text) this.triggerEvent('leave', { kind: chosen?.kind ?? 'OTHER', text, contact: contact.trim() });
    },
  },
});
