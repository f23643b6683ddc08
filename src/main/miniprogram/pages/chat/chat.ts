import type { ConversationClient } from 'client/conversation-client';
import { look, type Look } from '../../talk/look';
import { patches } from '../../talk/patches';
import { placeOf, type Place } from '../../talk/place';
import type { Recorded } from '../../talk/recorder';
import { wordsOf } from '../../talk/requests';
import { rows, type FileRow, type Row } from '../../talk/rows';
import { talk } from '../../talk/talk';
import { filled, words } from '../../talk/words';
import { theme } from '../../theme';

/** A lost connection is only worth a banner when it lasts. */
const BANNER_AFTER_MS = 1500;
const FIRST_SHOWN = 60;
/** So near to the end one reads the end. */
const NEAR_END_PX = 120;

type Tap<D extends WechatMiniprogram.IAnyObject> = WechatMiniprogram.CustomEvent<D>;

/** What only this page's script knows. */
class Around {
  told: string[] = [];
  unfolded = new Set<string>();
  most = FIRST_SHOWN;
  atEnd = true;
  lastSeq = 0;
  written = 0;
  shown = true;
  bannerLater?: ReturnType<typeof setTimeout>;
  forget: () => void = () => {};
}

const arounds = new WeakMap<object, Around>();

function around(page: object): Around {
  let known = arounds.get(page);
  if (!known) arounds.set(page, (known = new Around()));
  return known;
}

/** The conversation. Everything that it knows is in {@link talk}; here it is shown. */
Component({
  properties: {
    title: { type: String, value: '' },
  },
  data: {
    look: {} as Look,
    words: {} as ReturnType<typeof words>,
    rows: [] as Row[],
    more: false,
    owner: 'bot',
    head: '',
    sub: '',
    ai: '',
    hello: '',
    greeting: '',
    suggestions: [] as string[],
    mayAskHuman: false,
    banner: '',
    bannerUrgent: false,
    mayRetry: false,
    writes: '',
    draft: '',
    place: {} as Place,
    promises: [] as { kind: string; label: string; words: string }[],
    notifies: false,
    told: '',
    leaving: false,
    leaveProblem: '',
    placeholder: '',
    kept: '',
    conversation: '',
    asksHowItWas: false,
    consent: false,
    unseen: false,
    scrollTo: '',
    keyboard: 0,
  },
  lifetimes: {
    attached() {
      this.setData({ words: words(), look: look(), kept: talk().unsaid, consent: !talk().consent.given });
      around(this).forget = talk().listen(() => this.draw());
      if (talk().consent.given) talk().begin();
      this.draw();
    },
    ready() {
      const title = decodeURIComponent(this.data.title || '') || theme.name;
      wx.setNavigationBarTitle({ title });
    },
    detached() {
      around(this).forget();
      const { bannerLater } = around(this);
      if (bannerLater) clearTimeout(bannerLater);
    },
  },
  pageLifetimes: {
    show() {
      around(this).shown = true;
      this.setData({ look: look() });
      this.draw();
    },
    hide() {
      around(this).shown = false;
    },
  },
  methods: {
    draw() {
      const { client, uploads, files, notices } = talk();
      if (client.owner.kind === 'queue') void notices.prepare();
      const its = around(this);
      const shown = rows({
        client,
        uploads: uploads.list,
        unfolded: its.unfolded,
        preview: (file) => files.preview(file),
        most: its.most,
        now: new Date(),
      });
      const { parts, told } = patches(its.told, shown);
      its.told = told;
      for (const part of parts) this.setData(part);
      this.setData(this.state(client));
      this.follow(client);
    },
    /** All but the messages. */
    state(client: ConversationClient) {
      const said = words();
      const { owner, assistant, otherSide, leaving } = client;
      const bot = owner.kind === 'bot';
      const heads = {
        bot: [assistant.name || theme.name, assistant.name ? said.bot : client.started ? said.connecting : ''],
        queue: [said.asked, said.queueing],
        agent: [owner.name || said.agent, said.agentServes],
        nobody: [theme.name, said.closed],
      };
      const [head = '', sub = ''] = heads[owner.kind];
      const empty = !client.messages.length && !client.sending.pending.length;
      return {
        owner: owner.kind as string,
        head,
        sub,
        ai: bot && assistant.name ? said.aiLabel : '',
        hello: empty && assistant.name ? filled(said.hello, { name: assistant.name }) : '',
        greeting: assistant.greeting,
        suggestions: empty ? client.suggestions : [],
        mayAskHuman: bot && !client.wishes.waits('human'),
        ...this.banner(client),
        draft: otherSide.draft,
        writes: otherSide.typing ? (otherSide.typing === 'bot' ? filled(said.botWrites, { name: assistant.name }) : said.agentWrites) : '',
        place: placeOf(client.queue, new Date()),
        promises: client.promises,
        notifies: talk().notices.possible,
        leaving: leaving.sending,
        leaveProblem: leaving.problem,
        placeholder: owner.kind === 'agent' ? said.writeAgent : said.write,
        conversation: client.conversationId,
        asksHowItWas: client.asksHowItWas,
        more: client.messages.length > around(this).most,
      };
    },
    banner({ tokenRefused, lostSince, started, trouble }: ConversationClient) {
      const said = words();
      const its = around(this);
      if (its.bannerLater) clearTimeout(its.bannerLater);
      const lost = started && lostSince ? Date.now() - lostSince : 0;
      if (tokenRefused) return { banner: said.notSignedIn, bannerUrgent: true, mayRetry: false };
      if (lost > BANNER_AFTER_MS) return { banner: talk().online ? said.lost : said.offline, bannerUrgent: false, mayRetry: true };
      if (lost) its.bannerLater = setTimeout(() => this.draw(), BANNER_AFTER_MS);
      if (trouble.words) return { banner: trouble.words, bannerUrgent: true, mayRetry: true };
      return { banner: talk().weak ? said.weak : '', bannerUrgent: false, mayRetry: false };
    },
    /** To what is new, unless the customer reads further up. */
    follow(client: ConversationClient) {
      const its = around(this);
      const lastSeq = client.lastSeq();
      const mine = client.sending.written > its.written;
      const came = lastSeq > its.lastSeq;
      its.written = client.sending.written;
      its.lastSeq = lastSeq;
      if (mine || (came && its.atEnd)) this.toEnd();
      else if (came) this.setData({ unseen: true });
      if (its.shown && its.atEnd && lastSeq) client.saw(lastSeq);
    },
    toEnd() {
      around(this).atEnd = true;
      // The same place twice would not move it.
      this.setData({ scrollTo: '', unseen: false }, () => this.setData({ scrollTo: 'end' }));
    },
    scrolled({ detail }: Tap<{ scrollTop: number; scrollHeight: number }>) {
      const its = around(this);
      wx.createSelectorQuery()
        .in(this)
        .select('.log')
        .boundingClientRect((place) => {
          if (!place) return;
          its.atEnd = detail.scrollHeight - detail.scrollTop - place.height < NEAR_END_PX;
          if (its.atEnd && this.data.unseen) this.setData({ unseen: false });
        })
        .exec();
    },
    earlier() {
      around(this).most += FIRST_SHOWN;
      around(this).told = [];
      this.setData({ rows: [] });
      this.draw();
    },
    send({ detail }: Tap<{ text: string }>) {
      talk().client.sending.add(detail.text);
    },
    ask({ detail }: Tap<{ text: string }>) {
      talk().client.sending.add(detail.text);
    },
    suggest({ currentTarget }: WechatMiniprogram.TouchEvent) {
      talk().client.sending.add(String(currentTarget.dataset['text']));
    },
    writing({ detail: { text } }: Tap<{ text: string }>) {
      talk().unsaid = text;
      this.setData({ kept: text });
      if (text) talk().client.writing();
    },
    rateAnswer({ detail: { seq, helpful } }: Tap<{ seq: number; helpful: boolean }>) {
      const { ratings } = talk().client;
      if (ratings.of(seq) === helpful) ratings.undo(seq);
      else ratings.rate(seq, helpful);
      this.draw();
    },
    resend({ detail: { key } }: Tap<{ key: string }>) {
      const pending = talk().client.sending.pending.find((one) => one.clientMessageId === key);
      if (pending) talk().client.resend(pending);
      else talk().uploads.retry(key);
    },
    discard({ detail: { key } }: Tap<{ key: string }>) {
      const pending = talk().client.sending.pending.find((one) => one.clientMessageId === key);
      if (pending) talk().client.sending.discard(pending);
      else talk().uploads.discard(key);
    },
    unfold({ detail: { key } }: Tap<{ key: string }>) {
      const { unfolded } = around(this);
      if (!unfolded.delete(key)) unfolded.add(key);
      this.draw();
    },
    human() {
      talk().client.human();
    },
    help({ detail }: Tap<{ wanted: boolean }>) {
      talk().client.letBotHelp(detail.wanted);
    },
    back() {
      talk().client.backToBot();
    },
    leave({ detail: { kind, text, contact } }: Tap<{ kind: string; text: string; contact: string }>) {
      talk().client.leaving.send(kind, text, contact);
    },
    notify() {
      talk().notices.ask().then(
        (yes) => this.setData({ told: yes ? words().notified : words().notNotified }),
        (failure) => talk().client.trouble.say(wordsOf(failure)),
      );
    },
    rate({ detail: { score, comment } }: Tap<{ score: number; comment: string | null }>) {
      talk().client.rate(score, comment);
    },
    end() {
      wx.showModal({
        title: words().endSure,
        success: ({ confirm }) => {
          if (confirm) talk().client.end();
        },
      });
    },
    again() {
      talk().client.startAgain();
    },
    retry() {
      if (this.data.bannerUrgent) talk().client.trouble.dismiss();
      else talk().client.reconnect();
    },
    pictures({ detail }: Tap<{ files: { path: string; size: number }[] }>) {
      for (const { path, size } of detail.files) talk().uploads.add({ path, size, name: nameOf(path, 'picture.jpg') });
      this.toEnd();
    },
    voice({ detail: { recorded } }: Tap<{ recorded: Recorded }>) {
      talk().uploads.add({ ...recorded, name: 'voice.wav' });
      this.toEnd();
    },
    trouble({ detail }: Tap<{ words: string }>) {
      talk().client.trouble.say(detail.words);
    },
    async open({ detail: { file } }: Tap<{ file: FileRow }>) {
      try {
        const path = await talk().files.whole(file.id);
        if (file.kind === 'picture') wx.previewImage({ urls: [path] });
        else if (file.kind === 'sound') play(path);
        else wx.openDocument({ filePath: path, showMenu: true });
      } catch {
        talk().client.trouble.say(words().notOpened);
      }
    },
    height({ detail }: Tap<{ px: number }>) {
      this.setData({ keyboard: detail.px });
      if (detail.px && around(this).atEnd) this.toEnd();
    },
    agree() {
      this.setData({ consent: false });
      talk().agree();
    },
    decline() {
      talk().decline();
      wx.navigateBack({ fail: () => wx.reLaunch({ url: '/pages/home/home' }) });
    },
  },
});

let player: WechatMiniprogram.InnerAudioContext | undefined;

/** One at a time. */
function play(path: string): void {
  player ??= wx.createInnerAudioContext();
  player.stop();
  player.src = path;
  player.play();
}

function nameOf(path: string, otherwise: string): string {
  return /[^/]+\.\w{2,5}$/.exec(path)?.[0] ?? otherwise;
}
