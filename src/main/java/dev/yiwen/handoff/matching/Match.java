package dev.yiwen.handoff.matching;

import dev.yiwen.identity.StaffId;

/** An agent whom a waiting conversation is to be offered to. */
record Match(Waiting waiting, StaffId agent) {}
