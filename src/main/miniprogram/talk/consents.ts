import type { Shelf } from 'client/outbox';
import { theme } from '../theme';
import { request, RequestFailed } from './requests';

const ADDRESS = `${theme.server}/api/v1/wechat/consents`;
/** WeChat takes no more in one go. */
const MOST_TEMPLATES = 5;

/** Whether the customer has agreed to these words, on this phone. */
export class PrivacyConsent {
  private readonly key = `yiwen.consent.${theme.consent.version}`;

  constructor(private readonly shelf: () => Shelf) {}

  get given(): boolean {
    return this.shelf().getItem(this.key) !== null;
  }

  give(): void {
    this.shelf().setItem(this.key, new Date().toISOString());
  }
}

/**
 * Whether WeChat may tell the customer of a reply: one consent is one message. WeChat allows asking on a tap only, and
 * nothing may come between, so what to ask for is fetched before.
 */
export class ReplyNotices {
  private templates: string[] = [];
  private fetched = false;

  constructor(
    private readonly appId: string,
    private readonly token: () => Promise<string>,
    private readonly changed: () => void,
  ) {}

  /** Whether there is anything to ask for. */
  get possible(): boolean {
    return this.templates.length > 0;
  }

  /** Once; an installation without templates has nothing to ask for. */
  async prepare(): Promise<void> {
    if (this.fetched) return;
    this.fetched = true;
    try {
      const token = await this.token();
      const wanted = await request<{ templates: string[] }>(`${ADDRESS}?appId=${this.appId}`, { token });
      this.templates = wanted.templates.slice(0, MOST_TEMPLATES);
    } catch (failure) {
      // An answer that there are none is one.
      this.fetched = failure instanceof RequestFailed && failure.status > 0;
    }
    this.changed();
  }

  /** @return whether at least one message was allowed */
  async ask(): Promise<boolean> {
    const said = await new Promise<Record<string, string>>((done) =>
      wx.requestSubscribeMessage({
        tmplIds: this.templates,
        success: (result) => done(result as unknown as Record<string, string>),
        fail: () => done({}),
      }),
    );
    const templates: Record<string, string> = {};
    for (const id of this.templates) if (said[id]) templates[id] = said[id]!;
    if (!Object.keys(templates).length) return false;
    await request(ADDRESS, { method: 'POST', body: { templates }, token: await this.token() });
    return Object.values(templates).some((one) => one.startsWith('accept'));
  }
}
