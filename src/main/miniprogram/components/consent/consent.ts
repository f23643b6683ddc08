import { words } from '../../talk/words';
import { theme } from '../../theme';

/** The product's words on privacy, before the first message. Tells `agree` and `decline`. */
Component({
  data: { words: {} as ReturnType<typeof words>, text: theme.consent.words },
  lifetimes: {
    attached() {
      this.setData({ words: words() });
    },
  },
  methods: {
    read() {
      wx.openPrivacyContract?.({});
    },
    agree() {
      this.triggerEvent('agree');
    },
    decline() {
      this.triggerEvent('decline');
    },
  },
});
