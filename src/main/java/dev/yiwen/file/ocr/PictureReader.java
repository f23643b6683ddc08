package dev.yiwen.file.ocr;

import dev.yiwen.file.picture.BarePicture;
import dev.yiwen.file.picture.PictureLimits;
import dev.yiwen.file.picture.UprightPicture;
import dev.yiwen.shared.Problem;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of pictures as people send them: bills, messages of errors, screenshots. Its models are loaded by the first
 * picture. Blocking, about a second for a screenful of text; several threads may call.
 */
public final class PictureReader implements AutoCloseable {
    /** Decoded; beyond, small print is small in life too. */
    private static final long DECODED_DOTS = 4_000_000;

    private final PictureLimits limits;
    private final long dots;
    private @Nullable OcrModels models;

    /** @param dots in which lines are looked for: time and memory grow with them */
    public PictureReader(PictureLimits limits, long dots) {
        this.limits = limits;
        this.dots = dots;
    }

    /**
     * Rows from above, empty when nothing is legible or nothing here decodes the picture.
     *
     * @param mediaType as its content says
     * @param over whether nobody waits any more
     */
    public Optional<String> read(String mediaType, byte[] content, BooleanSupplier over) {
        if (!BarePicture.SHOWN.contains(mediaType) || over.getAsBoolean()) {
            return Optional.empty();
        }
        try {
            var picture = UprightPicture.of(mediaType, BarePicture.of(mediaType, content, limits), DECODED_DOTS);
            return Optional.of(new TextReader(models(), dots).text(picture, over))
                    .filter(it -> !it.isBlank());
        } catch (IOException | Problem e) {
            return Optional.empty();
        }
    }

    private synchronized OcrModels models() {
        var there = models;
        if (there == null) {
            there = new OcrModels();
            models = there;
        }
        return there;
    }

    /** The models are loaded anew by the next picture; nobody may be reading. */
    @Override
    public synchronized void close() {
        if (models != null) {
            models.close();
            models = null;
        }
    }
}
