package dev.yiwen.file.store;

import dev.yiwen.file.FileId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;

/** Keeps files in a new place and still finds those of the old one, so that changing the place loses none. */
record MovingStore(ContentStore from, ContentStore to) implements ContentStore {

    @Override
    public Uni<Void> put(FileId id, byte[] content) {
        return to.put(id, content);
    }

    @Override
    public Uni<byte[]> get(FileId id) {
        return to.get(id).onFailure(MovingStore::isGone).recoverWithUni(() -> from.get(id));
    }

    @Override
    public Uni<Void> delete(FileId id) {
        return to.delete(id).chain(() -> from.delete(id));
    }

    /** The old copy goes only when the new one was read back. */
    Uni<Void> move(FileId id) {
        return from.get(id)
                .chain(content -> to.put(id, content).chain(() -> to.get(id)).invoke(kept -> {
                    if (!java.util.Arrays.equals(kept, content)) {
                        throw new Problem(Problem.Kind.OVERLOADED, "The copy differs from what was copied.");
                    }
                }))
                .chain(() -> from.delete(id));
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof Problem problem && problem.kind() == Problem.Kind.NOT_FOUND;
    }
}
