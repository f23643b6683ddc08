/** Everything that makes this mini-program yours: change this file alone, and `appid` in project.config.json. */
export const theme: Theme = {
  name: '在线客服',
  /** Yiwen's address, by https; the same one goes into 服务器域名 (request, socket, uploadFile, downloadFile). */
  server: 'https://kf.example.com',
  greeting: '您好，请问要办什么事？',
  light: { accent: '#0a7a5a', onAccent: '#ffffff', accentText: '#086a4e' },
  dark: { accent: '#2fb58b', onAccent: '#06140f', accentText: '#5fd3ae' },
  topics: [
    { word: '办理', hint: '套餐、业务、新装', ask: '我要办理业务', sign: '办' },
    { word: '报修', hint: '断网、故障', ask: '我要报修', sign: '修' },
    { word: '账单', hint: '话费、扣费', ask: '我要查账单', sign: '账' },
    { word: '投诉', hint: '服务不满意', ask: '我要投诉', sign: '诉' },
  ],
  /** Whether the home page also offers WeChat's own customer service session. */
  contact: false,
  consent: {
    /** Raise it when the words change: customers are asked again. */
    version: 1,
    words:
      '为了回答您的问题，我们会处理您在对话里提供的文字、图片和语音，以及用来认出您的微信标识。回答由 AI 自动生成，会标明「AI生成」，可能有误；您可以随时转人工。请不要发送密码和验证码。',
  },
};

/** Of a host mini-program that has signed its customer in: a token that it signed. Else `wx.login` tells who it is. */
export const hostToken: (() => Promise<string>) | undefined = undefined;

export interface Colours {
  accent: string;
  onAccent: string;
  /** Words in that colour on the page. */
  accentText: string;
}

/** A large button of the home page: says `ask` in the customer's name. */
export interface Topic {
  word: string;
  hint: string;
  ask: string;
  sign: string;
}

export interface Theme {
  name: string;
  server: string;
  greeting: string;
  light: Colours;
  dark: Colours;
  topics: Topic[];
  contact: boolean;
  consent: { version: number; words: string };
}
