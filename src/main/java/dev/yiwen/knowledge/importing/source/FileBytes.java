package dev.yiwen.knowledge.importing.source;

/**
 * A file as it came.
 *
 * @param name below the folder or archive that was named, with slashes
 */
public record FileBytes(String name, byte[] content) {}
