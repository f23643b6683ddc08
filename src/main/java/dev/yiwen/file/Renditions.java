package dev.yiwen.file;

import dev.yiwen.file.kind.OfficeDocument;
import dev.yiwen.file.picture.BarePicture;
import dev.yiwen.file.picture.Heic;
import dev.yiwen.file.picture.PictureConfig;
import dev.yiwen.file.picture.Preview;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;

/** What is made of a file's bytes: what of them is kept, and what pages show or play in its place. */
@Singleton
final class Renditions {
    /** That browsers play as they are. */
    private static final Set<String> PLAYED =
            Set.of("audio/webm", "audio/ogg", "audio/mp4", "audio/mpeg", "audio/vnd.wave");

    private final FileWorkers workers;
    private final PictureConfig pictures;
    private final VoiceSound sounds;

    Renditions(FileWorkers workers, PictureConfig pictures, VoiceSound sounds) {
        this.workers = workers;
        this.pictures = pictures;
        this.sounds = sounds;
    }

    /** What of its content is kept. Blocking. */
    byte[] bare(String mediaType, byte[] content) {
        if (BarePicture.SHOWN.contains(mediaType)) {
            return BarePicture.of(mediaType, content, pictures.limits()).content();
        }
        if (Heic.TYPES.contains(mediaType)) {
            return Heic.bare(content);
        }
        return OfficeDocument.is(mediaType) ? OfficeDocument.withoutAuthor(content) : content;
    }

    /** Of a picture or a sound. */
    Uni<Preview> of(StoredFile file, byte[] content) {
        return file.sound() ? played(file, content) : shown(file, content);
    }

    private Uni<Preview> shown(StoredFile file, byte[] content) {
        return workers.run(() -> Preview.of(
                        file.mediaType(),
                        BarePicture.of(file.mediaType(), content, pictures.limits()),
                        pictures.preview()))
                .onFailure(Renditions::isBeyondLimits)
                .recoverWithItem(new Preview.None());
    }

    private Uni<Preview> played(StoredFile file, byte[] content) {
        return PLAYED.contains(file.mediaType())
                ? Uni.createFrom().item(new Preview.Itself())
                : sounds.playable(file.mediaType(), content)
                        .map(found -> found.<Preview>map(Preview.Made::new).orElseGet(Preview.None::new));
    }

    /** Kept before there were limits. */
    private static boolean isBeyondLimits(Throwable failure) {
        return failure instanceof Problem problem
                && (problem.kind() == Problem.Kind.PICTURE_TOO_LARGE || problem.kind() == Problem.Kind.FILE_DAMAGED);
    }
}
