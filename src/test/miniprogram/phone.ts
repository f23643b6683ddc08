/** A phone with WeChat on it, as far as the mini-program asks it: everything that it does is seen here, nothing leaves. */
import { JSDOM } from 'jsdom';
import { mock } from 'node:test';
import * as path from 'node:path';

declare const require: any, process: any, global: any;

const dist = process.env.MINIPROGRAM as string;

const dom = new JSDOM('<!doctype html><html><head></head><body></body></html>', { pretendToBeVisual: true });
for (const name of ['document', 'Element', 'Node', 'HTMLElement', 'CustomEvent', 'Event', 'MutationObserver', 'Text']) {
  Object.defineProperty(global, name, { value: (dom.window as any)[name], configurable: true, writable: true });
}
Object.defineProperty(global, 'window', { value: dom.window, configurable: true, writable: true });

/** A socket as the service sees it. */
export class Socket {
  state: 'connecting' | 'open' | 'closed' = 'connecting';
  readonly sent: any[] = [];
  private readonly on: Record<string, ((event: any) => void)[]> = {};

  constructor(
    readonly url: string,
    readonly header: Record<string, string>,
    private readonly phone: Phone,
  ) {}

  get task() {
    const listen = (kind: string) => (listener: (event: any) => void) => (this.on[kind] ??= []).push(listener);
    return {
      onOpen: listen('open'),
      onMessage: listen('message'),
      onClose: listen('close'),
      onError: listen('error'),
      send: ({ data, fail }: any) => {
        if (this.state !== 'open') fail?.({ errMsg: 'not open' });
        else if (!this.phone.swallows) this.sent.push(JSON.parse(data));
      },
      close: () => {
        this.state = 'closed';
      },
    };
  }

  open(): void {
    if (this.state !== 'connecting') return;
    this.state = 'open';
    this.tell('open', {});
  }

  push(...frames: object[]): void {
    for (const frame of frames) this.tell('message', { data: JSON.stringify(frame) });
  }

  bytes(...chunks: Uint8Array[]): void {
    for (const chunk of chunks) this.tell('message', { data: chunk.slice().buffer });
  }

  end(code = 1006): void {
    this.state = 'closed';
    this.tell('close', { code });
  }

  of(type: string): any[] {
    return this.sent.filter((frame) => frame.type === type);
  }

  private tell(kind: string, event: object): void {
    // What has ended may still have something under way: that is the mini-program's matter.
    for (const listener of this.on[kind] ?? []) listener(event);
  }
}

export interface Settings {
  fontSizeScaleFactor?: number;
  fontSizeSetting?: number;
  theme?: 'light' | 'dark';
  language?: string;
  kept?: Record<string, string>;
  /** Answers of the service by method and path; a number is a status alone. */
  answers?: Record<string, any>;
  /** Of templates: WeChat's own where `official`. */
  compiler?: 'official' | 'simulate';
  /** Sockets open by themselves. */
  open?: boolean;
}

export class Phone {
  readonly sockets: Socket[] = [];
  readonly requests: { method: string; path: string; data: any; header: any }[] = [];
  readonly uploads: any[] = [];
  readonly pages: string[] = [];
  readonly kept: Map<string, string>;
  readonly asked: string[][] = [];
  readonly played: string[] = [];
  readonly viewed: string[] = [];
  readonly titles: string[] = [];
  readonly recorder: any = { on: {} as Record<string, (event: any) => void>, started: undefined as any, stops: 0 };
  codes = 0;
  /** What is sent arrives nowhere. */
  swallows = false;
  storageFull = false;
  mostOpen = 0;
  consents: Record<string, string> = {};
  chosen: { tempFilePath: string; size: number }[] = [];
  private readonly events: Record<string, Set<(event: any) => void>> = {};
  private readonly body: any;
  readonly setDataSizes: number[] = [];

  constructor(readonly settings: Settings = {}) {
    for (const name of Object.keys(require.cache)) if (name.startsWith(dist)) delete require.cache[name];
    this.kept = new Map(Object.entries(settings.kept ?? {}));
    Object.assign(global, { wx: undefined });
    global.wx = this.api();
    const simulate = require('miniprogram-simulate');
    // The simulator merges its own answers in; ours come first.
    global.wx = this.api();
    void simulate;
    document.head.innerHTML = '';
    document.body.innerHTML = '';
    this.body = document.body;
    mock.method(Math, 'random', () => 0.5);
  }

  /** Like an app that was ended and opened again: what was kept is all that is left. */
  again(settings: Settings = {}): Phone {
    this.module('talk/talk').talk().client.stop();
    return new Phone({ ...this.settings, ...settings, kept: Object.fromEntries(this.kept) });
  }

  get socket(): Socket {
    return this.sockets[this.sockets.length - 1]!;
  }

  module(name: string): any {
    return require(path.join(dist, name));
  }

  page(name: string, properties: object = {}): any {
    const simulate = require('miniprogram-simulate');
    const id = simulate.load(path.join(dist, `pages/${name}/${name}`), name, { compiler: this.settings.compiler ?? 'simulate', rootPath: dist });
    const component = simulate.render(id, properties);
    const place = document.createElement('div');
    this.body.appendChild(place);
    component.attach(place);
    component.triggerLifeTime('ready');
    return component;
  }

  /** The chat with the customer's consent, connected and greeted. */
  async chat(welcome: object = {}): Promise<any> {
    this.kept.set('yiwen.consent.1', 'yes');
    this.settings.open = true;
    const page = this.page('chat');
    await pass(200);
    this.socket.push(greeting(welcome));
    await pass(200);
    return page;
  }

  all(selector: string): any[] {
    return [...document.querySelectorAll(selector)];
  }

  text(selector: string): string {
    return this.all(selector)
      .map((element) => element.textContent.replace(/\s+/g, ' ').trim())
      .join('|');
  }

  async tap(selector: string, index = 0): Promise<void> {
    await this.fire(selector, 'tap', {}, index);
  }

  async fire(selector: string, event: string, detail: object = {}, index = 0): Promise<void> {
    const element = this.all(selector)[index];
    if (!element) throw new Error(`There is no ${selector}; there is ${document.body.innerHTML.slice(0, 600)}`);
    const exparser = require('miniprogram-exparser');
    exparser.Event.dispatchEvent(element.__wxElement, exparser.Event.create(event, detail, { bubbles: true, capturePhase: true, composed: true }));
    await pass(100);
  }

  async type(text: string): Promise<void> {
    await this.fire('.yw-composer--field', 'input', { value: text });
  }

  async write(text: string): Promise<void> {
    await this.type(text);
    await this.tap('.yw-composer--send');
  }

  /** What a listener hears of an element. */
  attribute(selector: string, name: string, index = 0): string | undefined {
    const element = this.all(selector)[index];
    return element?.__wxElement?._vt?.attrs?.find((one: any) => one.name === name)?.value;
  }

  happens(event: string, detail: object = {}): void {
    for (const listener of this.events[event] ?? []) listener(detail);
  }

  offline(): void {
    this.settings.open = false;
    this.happens('NetworkStatusChange', { isConnected: false });
    this.socket?.end();
  }

  online(): void {
    this.settings.open = true;
    this.happens('NetworkStatusChange', { isConnected: true });
  }

  private api(): any {
    const api: any = {
      getStorageInfoSync: () => ({ keys: [...this.kept.keys()] }),
      getStorageSync: (key: string) => this.kept.get(key) ?? '',
      setStorageSync: (key: string, value: string) => {
        if (this.storageFull) throw new Error('exceed storage max size');
        this.kept.set(key, value);
      },
      removeStorageSync: (key: string) => this.kept.delete(key),
      getAccountInfoSync: () => ({ miniProgram: { appId: 'wxabcdef0123456789' } }),
      getAppBaseInfo: () => ({ language: 'zh_CN', theme: 'light', ...this.settings }),
      setNavigationBarTitle: ({ title }: any) => this.titles.push(title),
      navigateTo: ({ url }: any) => this.pages.push(url),
      navigateBack: () => this.pages.push('back'),
      reLaunch: ({ url }: any) => this.pages.push(url),
      login: ({ success }: any) => success({ code: `code${++this.codes}` }),
      connectSocket: ({ url, header }: any) => {
        const socket = new Socket(url, header, this);
        this.sockets.push(socket);
        this.mostOpen = Math.max(this.mostOpen, this.sockets.filter(({ state }) => state !== 'closed').length);
        if (this.settings.open) setTimeout(() => socket.open(), 10);
        return socket.task;
      },
      request: (asked: any) => this.answer(asked),
      uploadFile: (asked: any) => {
        this.uploads.push(asked);
        return { onProgressUpdate: (listener: any) => (asked.progress = listener) };
      },
      downloadFile: ({ url, header, success }: any) => {
        this.requests.push({ method: 'DOWNLOAD', path: url, data: undefined, header });
        success({ statusCode: 200, tempFilePath: `tmp/${url.split('/').pop()}` });
      },
      chooseMedia: ({ success }: any) => success({ tempFiles: this.chosen }),
      previewImage: ({ urls }: any) => this.viewed.push(...urls),
      openDocument: ({ filePath }: any) => this.viewed.push(filePath),
      openPrivacyContract: () => this.pages.push('privacy'),
      showModal: ({ success }: any) => success({ confirm: true }),
      requestSubscribeMessage: ({ tmplIds, success }: any) => {
        this.asked.push(tmplIds);
        success({ errMsg: 'requestSubscribeMessage:ok', ...this.consents });
      },
      createInnerAudioContext: () => ({ stop() {}, play: () => this.played.push('play') }),
      getRecorderManager: () => ({
        onStart: (listener: any) => (this.recorder.on.start = listener),
        onStop: (listener: any) => (this.recorder.on.stop = listener),
        onError: (listener: any) => (this.recorder.on.error = listener),
        start: (options: any) => (this.recorder.started = options),
        stop: () => this.recorder.stops++,
      }),
      createSelectorQuery: () => {
        const query: any = { in: () => query, select: () => query, boundingClientRect: (done: any) => (query.done = done) && query };
        query.exec = () => query.done?.({ height: 500 });
        return query;
      },
    };
    for (const event of ['AppShow', 'AppHide', 'NetworkStatusChange', 'NetworkWeakChange', 'ThemeChange']) {
      api[`on${event}`] = (listener: any) => (this.events[event] ??= new Set()).add(listener);
      api[`off${event}`] = (listener: any) => this.events[event]?.delete(listener);
    }
    return api;
  }

  private answer({ url, method = 'GET', data, header, success, fail }: any): void {
    const path = url.replace(/^https?:\/\/[^/]+/, '');
    this.requests.push({ method, path, data, header });
    const answers = { 'POST /api/v1/wechat/login': { token: token('c1'), customerId: 'c1' }, ...this.settings.answers };
    let answer = answers[`${method} ${path.replace(/\?.*/, '')}`];
    if (typeof answer === 'function') answer = answer(data);
    setTimeout(() => {
      if (answer === undefined) success({ statusCode: 404, data: { type: 'urn:yiwen:problem:not-found' }, header: {} });
      else if (answer === 0) fail({ errMsg: 'request:fail' });
      else if (typeof answer === 'number') success({ statusCode: answer, data: {}, header: {} });
      else if (answer.status) success({ statusCode: answer.status, data: answer, header: answer.header ?? {} });
      else success({ statusCode: 200, data: answer, header: {} });
    }, 5);
  }
}

/** A customer's token as the service makes them. */
export function token(subject: string, more = ''): string {
  return `h.${Buffer.from(JSON.stringify({ iss: 'yiwen', sub: subject, more })).toString('base64url')}.s`;
}

declare const Buffer: any;

export function greeting({ id = 'k1', owner = { kind: 'bot' }, epoch = 1, lastSeq = 0 }: any = {}): object {
  const assistant = { name: '小桥', label: 'AI 助手', greeting: '套餐、账单、故障都可以问我。' };
  const promises = [
    { kind: 'COMPLAINT', label: '投诉', words: '24 小时内回复' },
    { kind: 'OTHER', label: '其他', words: '两个工作日内回复' },
  ];
  const suggestions = ['流量用超了怎么收费', '宽带光猫亮红灯'];
  return {
    type: 'welcome',
    conversation: { id, owner, epoch, lastSeq },
    assistant,
    suggestions,
    promises,
    reads: [],
    english: { assistant: { ...assistant, name: 'Qiao' }, suggestions, promises },
  };
}

export function said(seq: number, kind: string, body: string | object, more: object = {}): object {
  const author = { kind, ...(kind === 'agent' ? { name: '王芳' } : {}) };
  const whole = typeof body === 'string' ? { kind: 'text', text: body } : body;
  return { type: 'message', message: { seq, author, body: whole, at: new Date(Date.now()).toISOString(), ...more } };
}

export const real = { setTimeout, setImmediate };

/** Lets time pass, and everything that is due in it happen. */
export async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 25) {
    mock.timers.tick(Math.min(25, left));
    await new Promise((go) => real.setImmediate(go));
  }
}

export function begin(): void {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: Date.parse('2026-05-06T02:00:00Z') });
}

export function finish(): void {
  mock.timers.reset();
  mock.restoreAll();
}
