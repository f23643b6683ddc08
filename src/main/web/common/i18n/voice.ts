import { bundle } from './bundle';

/** Words for recording a voice message. */
export const t = bundle(
  {
    voice: '语音',
    record: '录一段语音，最长 {n} 秒',
    asking: '请允许使用麦克风…',
    recording: '正在录音',
    lasts: '{n} 秒，最长 {most} 秒',
    stop: '停止',
    again: '重录',
    cancel: '取消',
    send: '发送语音',
    ready: '听一听，没问题就发送',
    refused: '没有使用麦克风的权限，请在浏览器设置里允许后再试',
    noMicrophone: '没有找到麦克风，或者它正被别的应用占用',
    tooShort: '录音太短了，请再录一次',
  },
  {
    voice: 'Voice',
    record: 'Record a voice message, at most {n} seconds',
    asking: 'Please allow the microphone…',
    recording: 'Recording',
    lasts: '{n} s of at most {most} s',
    stop: 'Stop',
    again: 'Record again',
    cancel: 'Cancel',
    send: 'Send the voice message',
    ready: 'Listen to it, then send it',
    refused: 'The microphone is not allowed; allow it in the browser’s settings and try again',
    noMicrophone: 'There is no microphone, or another program uses it',
    tooShort: 'That was too short; please record again',
  },
);
