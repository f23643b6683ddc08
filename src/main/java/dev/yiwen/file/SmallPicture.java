package dev.yiwen.file;

/** A picture that browsers show, without what its camera wrote. */
public record SmallPicture(String mediaType, byte[] content) {}
