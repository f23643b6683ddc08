package dev.yiwen.file;

import dev.yiwen.file.picture.BarePicture;
import dev.yiwen.file.picture.PictureConfig;
import dev.yiwen.file.picture.Preview;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;

/** Pictures that are shown small, such as avatars: checked like any file, and no larger than they are shown. */
@Singleton
public final class SmallPictures {
    /** Dots of a side, for dense screens. */
    private static final int SIDE = 256;

    private final FileCheck check;
    private final FileWorkers workers;
    private final PictureConfig pictures;

    SmallPictures(FileCheck check, FileWorkers workers, PictureConfig pictures) {
        this.check = check;
        this.workers = workers;
        this.pictures = pictures;
    }

    /** Fails as {@link FileCheck} says, and with {@code FILE_KIND} when it is none that browsers show. */
    public Uni<SmallPicture> of(String name, byte[] content) {
        return workers.run(() -> small(name, content))
                .call(() -> Uni.createFrom()
                        .voidItem()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .invoke(() -> check.requireClean(content)));
    }

    private SmallPicture small(String name, byte[] content) {
        var type = check.kind(name, content).mediaType();
        if (!BarePicture.SHOWN.contains(type)) {
            throw new Problem(Problem.Kind.FILE_KIND, "A picture is needed: PNG, JPEG, WebP or GIF.");
        }
        var bare = BarePicture.of(type, content, pictures.limits());
        return switch (Preview.of(type, bare, SIDE)) {
            case Preview.Itself itself -> new SmallPicture(type, bare.content());
            case Preview.Made made -> new SmallPicture("image/jpeg", made.content());
            case Preview.None none ->
                throw new Problem(
                        Problem.Kind.PICTURE_TOO_LARGE, "The picture cannot be made smaller; use a PNG or JPEG.");
        };
    }
}
