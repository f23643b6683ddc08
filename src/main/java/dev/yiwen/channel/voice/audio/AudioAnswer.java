package dev.yiwen.channel.voice.audio;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a telephony system gets back on a socket of audio. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AudioAnswer.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = AudioAnswer.Recogniser.class, name = "recogniser"),
    @JsonSubTypes.Type(value = AudioAnswer.Refused.class, name = "error")
})
sealed interface AudioAnswer {

    /** Audio may be sent. */
    record Ready(String callId, String side, int rate) implements AudioAnswer {}

    /** Whether somebody hears it. Go on sending. */
    record Recogniser(boolean works) implements AudioAnswer {}

    /** The socket is closed. */
    record Refused(String code, String detail) implements AudioAnswer {}
}
