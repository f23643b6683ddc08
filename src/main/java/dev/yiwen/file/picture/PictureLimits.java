package dev.yiwen.file.picture;

import dev.yiwen.shared.Problem;

/**
 * What is too much for whoever decodes a picture; looked at before anybody does.
 *
 * @param dots of one frame
 * @param parts chunks, segments or blocks
 * @param dotsPerByte of a large picture: beyond, the file promises more than it can hold
 */
public record PictureLimits(long dots, int parts, int dotsPerByte) {
    private static final long LARGE = 4_000_000;
    /** A row of dots is in memory as a whole. */
    private static final int LONGEST_SIDE = 30_000;

    private static final int FRAMES_OF_FULL_SIZE = 20;

    void requireSize(long width, long height, int bytes) {
        BarePicture.require(width > 0 && height > 0);
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > dots) {
            throw tooLarge("The picture has " + width + " × " + height + " dots; at most " + dots + " can be sent.");
        }
        if (width * height > LARGE && width * height / dotsPerByte > bytes) {
            throw tooLarge("The picture has more dots than its few bytes can hold.");
        }
    }

    /** Of a film. */
    void requireDotsOfAllFrames(long all) {
        if (all > dots * FRAMES_OF_FULL_SIZE) {
            throw tooLarge("The frames of the picture have too many dots.");
        }
    }

    void requireParts(int found) {
        if (found > parts) {
            throw tooLarge("The picture has too many parts.");
        }
    }

    private static Problem tooLarge(String detail) {
        return new Problem(Problem.Kind.PICTURE_TOO_LARGE, detail);
    }
}
