import { Recorder, type Recorded } from '../../talk/recorder';
import { filled, words } from '../../talk/words';

/** As in the web chat. */
const LIMIT = 2000;
const MOST_PICTURES = 9;

/** Where the customer writes. Tells `send` {text}, `writing` {text}, `pictures` {files}, `voice` {recorded}, `trouble` {words}, `height` {px}. */
Component({
  properties: {
    placeholder: { type: String, value: '' },
    /** What was typed before, and not sent. */
    kept: { type: String, value: '' },
  },
  data: {
    words: {} as ReturnType<typeof words>,
    text: '',
    tooLong: '',
    /** How long it has been recording, in words; '' while it is not. */
    recording: '',
  },
  lifetimes: {
    attached() {
      this.setData({ words: words(), text: this.data.kept });
    },
    detached() {
      recorders.get(this)?.cancel();
    },
  },
  methods: {
    typed({ detail }: WechatMiniprogram.Input) {
      const text = detail.value;
      const length = [...text].length;
      this.setData({ text, tooLong: length > LIMIT ? filled(words().tooLong, { limit: LIMIT, n: length }) : '' });
      this.triggerEvent('writing', { text });
    },
    send() {
      const text = this.data.text.trim();
      if (!text || [...text].length > LIMIT) return;
      this.triggerEvent('send', { text });
      this.setData({ text: '' });
      this.triggerEvent('writing', { text: '' });
    },
    keyboard({ detail }: WechatMiniprogram.CustomEvent<{ height: number }>) {
      this.triggerEvent('height', { px: detail.height });
    },
    picture() {
      wx.chooseMedia({
        count: MOST_PICTURES,
        mediaType: ['image'],
        sizeType: ['compressed'],
        success: ({ tempFiles }) =>
          this.triggerEvent('pictures', { files: tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, size })) }),
      });
    },
    voice() {
      const recorder = recorders.get(this) ?? new Recorder(
        (seconds) => this.setData({ recording: seconds === undefined ? '' : filled(words().recording, { n: seconds }) }),
        (recorded: Recorded) => this.triggerEvent('voice', { recorded }),
        () => this.triggerEvent('trouble', { words: words().noMicrophone }),
      );
      recorders.set(this, recorder);
      recorder.start();
    },
    sendVoice() {
      recorders.get(this)?.send();
    },
    cancelVoice() {
      recorders.get(this)?.cancel();
    },
  },
});

const recorders = new WeakMap<object, Recorder>();
