package dev.yiwen.brand;

import dev.yiwen.shared.FirstStep;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** A brand of one's own, which the example's is not. */
@Singleton
final class BrandStep implements FirstStep {
    private final Brands brands;

    BrandStep(Brands brands) {
        this.brands = brands;
    }

    @Override
    public Key key() {
        return Key.BRAND;
    }

    @Override
    public Uni<Boolean> isDone() {
        return brands.newest().map(it -> it.version() > 0 && !it.brand().example());
    }
}
