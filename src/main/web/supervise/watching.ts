import type { AgentClientFrame, AgentServerFrame, Message, Owner } from '../common/frames';
import { spokenOrder } from '../common/spoken-order';
import { whispersIn, type Whisper } from '../common/whispers';
import { Wall } from './wall';
import { FrameSocket, socketUrl, type Connection } from '../common/socket';

/** The wall, and one conversation as a supervisor watches it: nothing that is sent here tells either side. */
export class Watching {
  messages: Message[] = [];
  /** By their numbers. */
  private arrived: Message[] = [];
  whispers: Whisper[] = [];
  owner?: Owner;
  /** What is being said on a call and is no message yet, by utterance. */
  speaking: Extract<AgentServerFrame, { type: 'partial' }>[] = [];
  /** What all agents have in hand. */
  readonly wall = new Wall();
  epoch = 0;
  private conversation = '';
  private readonly socket = new FrameSocket<AgentServerFrame, AgentClientFrame>({
    url: () => socketUrl('', '/ws/v1/agent'),
    opened: () => {
      this.socket.send({ type: 'wall', on: true });
      this.ask();
    },
    received: (frame) => this.received(frame),
    changed: () => this.changed(),
  });

  constructor(private readonly changed: () => void) {}

  get connection(): Connection {
    return this.socket.connection;
  }

  start(): void {
    this.socket.start();
  }

  stop(): void {
    this.socket.stop();
  }

  watch(conversation: string, epoch: number): void {
    this.leave();
    Object.assign(this, { conversation, epoch, messages: [], arrived: [], whispers: [], speaking: [], owner: undefined });
    this.ask();
    this.changed();
    void whispersIn(conversation).then((all) => this.conversation === conversation && this.heard(all));
  }

  leave(): void {
    if (this.conversation) this.socket.send({ type: 'leave', conversationId: this.conversation });
    this.conversation = '';
  }

  private heard(fresh: Whisper[]): void {
    const unknown = fresh.filter((one) => !this.whispers.some((known) => known.id === one.id));
    this.whispers = [...this.whispers, ...unknown];
    this.changed();
  }

  private get lastSeq(): number {
    return this.arrived.at(-1)?.seq ?? 0;
  }

  private arrange(arrived: Message[]): void {
    this.arrived = arrived;
    this.messages = spokenOrder(arrived);
  }

  private ask(): void {
    if (!this.conversation) return;
    this.socket.send({ type: 'open', conversationId: this.conversation, afterSeq: this.lastSeq });
  }

  private received(frame: AgentServerFrame): void {
    if (frame.type === 'wall') {
      this.wall.turnTo(frame);
      this.changed();
      return;
    }
    if (!('conversationId' in frame) || frame.conversationId !== this.conversation) return;
    switch (frame.type) {
      case 'message':
        if (frame.message.seq > this.lastSeq) this.arrange([...this.arrived, frame.message]);
        this.speaking = this.speaking.filter((one) => one.author.kind !== frame.message.author.kind);
        break;
      case 'partial':
        this.speaking = [...this.speaking.filter((one) => one.author.kind !== frame.author.kind), frame];
        break;
      case 'corrected': {
        const { seq, text } = frame;
        this.arrange(this.arrived.map((m) => (m.seq === seq && m.body.kind === 'text' ? { ...m, body: { ...m.body, text } } : m)));
        break;
      }
      case 'whisper':
        this.heard([frame.whisper]);
        break;
      case 'owner':
        this.owner = frame.owner;
        this.epoch = frame.epoch;
        break;
      default:
        return;
    }
    this.changed();
  }
}
