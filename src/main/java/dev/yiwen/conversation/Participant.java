package dev.yiwen.conversation;

/** A side of a conversation that reads what the other one writes. Written in JSON and in rows as it stands here. */
@SuppressWarnings("MemberName")
public enum Participant {
    customer,
    agent
}
