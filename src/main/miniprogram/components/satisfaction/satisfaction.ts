import { filled, words } from '../../talk/words';

/** One tap says how it was. Tells `rate` {score, comment}; the last word counts. */
Component({
  properties: {
    conversation: {
      type: String,
      value: '',
      observer() {
        this.setData({ score: 0, commented: false, comment: '' });
      },
    },
  },
  data: {
    words: {} as ReturnType<typeof words>,
    score: 0,
    rated: '',
    comment: '',
    commented: false,
  },
  lifetimes: {
    attached() {
      this.setData({ words: words() });
    },
  },
  methods: {
    rate({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const score = Number(currentTarget.dataset['score']);
      this.setData({ score, commented: false, rated: filled(words().rated, { word: words().scores[score - 1] ?? '' }) });
      this.triggerEvent('rate', { score, comment: null });
    },
    again() {
      this.setData({ score: 0 });
    },
    typed({ detail }: WechatMiniprogram.Input) {
      this.setData({ comment: detail.value });
    },
    say() {
      const comment = this.data.comment.trim();
      if (!comment) return;
      this.triggerEvent('rate', { score: this.data.score, comment });
      this.setData({ commented: true });
    },
  },
});
