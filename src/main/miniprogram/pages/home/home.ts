import { sessionFrom } from '../../talk/context';
import { look, type Look } from '../../talk/look';
import { talk } from '../../talk/talk';
import { filled, words } from '../../talk/words';
import { theme } from '../../theme';

/** The way in: what most come for as large buttons, and a person. */
Component({
  data: {
    look: {} as Look,
    words: {} as ReturnType<typeof words>,
    name: theme.name,
    greeting: theme.greeting,
    topics: theme.topics,
    contact: theme.contact,
    sessionFrom: '',
    /** What goes on already: back to it before anything else. */
    going: '',
    /** Whether the customer has been here: then there may be something to look back at. */
    known: false,
  },
  lifetimes: {
    attached() {
      this.setData({ words: words(), sessionFrom: sessionFrom({ from: 'mini-program', page: 'home' }) });
      this.dress();
      wx.setNavigationBarTitle({ title: theme.name });
    },
  },
  pageLifetimes: {
    show() {
      this.dress();
    },
  },
  methods: {
    dress() {
      const { client, consent, login } = talk();
      const { kind, name } = client.owner;
      const going = kind === 'queue' ? words().queueing : kind === 'agent' ? [name, words().agentServes].join(' ') : '';
      this.setData({ look: look(), going, known: consent.given && login.known() });
    },
    choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const topic = theme.topics[Number(currentTarget.dataset['index'])];
      if (topic) this.go({ ask: topic.ask }, topic.word);
    },
    human() {
      this.go({ human: true }, words().human);
    },
    past() {
      wx.navigateTo({ url: '/pages/past/past' });
    },
    write() {
      this.open(theme.name);
    },
    go(errand: { ask: string } | { human: true }, title: string) {
      talk().do(errand);
      this.open(filled('{title}', { title }));
    },
    open(title: string) {
      wx.navigateTo({ url: `/pages/chat/chat?title=${encodeURIComponent(title)}` });
    },
  },
});
