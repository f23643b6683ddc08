import { look, type Look } from '../../talk/look';
import { Past, type Entry } from '../../talk/past';
import { talk } from '../../talk/talk';
import { words } from '../../talk/words';

const pasts = new WeakMap<object, Past>();

/** The customer's tickets and earlier conversations. */
Component({
  data: {
    look: {} as Look,
    words: {} as ReturnType<typeof words>,
    tickets: [] as Entry[],
    conversations: [] as Entry[],
    loading: true,
    problem: '',
    more: false,
    empty: false,
  },
  lifetimes: {
    attached() {
      this.setData({ words: words(), look: look() });
      pasts.set(this, new Past(() => talk().login.get(), () => this.draw()));
      wx.setNavigationBarTitle({ title: words().past });
      this.load();
    },
  },
  methods: {
    load() {
      void pasts.get(this)?.load(talk().client.conversationId);
    },
    draw() {
      const { tickets = [], conversations = [], loading = false, problem = '', next = '' } = pasts.get(this) ?? {};
      const empty = !loading && !problem && !tickets.length && !conversations.length;
      this.setData({ tickets, conversations, loading, problem, more: !!next && !loading, empty });
    },
    turn({ currentTarget }: WechatMiniprogram.TouchEvent) {
      pasts.get(this)?.turn(String(currentTarget.dataset['key']));
    },
    earlier() {
      void pasts.get(this)?.more();
    },
  },
});
