package dev.yiwen.command;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands that are only read, for their usage or to check arguments, without the application's parts. */
final class UsageFactory implements IFactory {
    private final IFactory simple = CommandLine.defaultFactory();

    @Override
    public <K> K create(Class<K> kind) throws Exception {
        for (Constructor<?> constructor : kind.getDeclaredConstructors()) {
            if (constructor.getParameterCount() > 0 && !kind.isInterface() && !kind.isMemberClass()) {
                constructor.setAccessible(true);
                return kind.cast(constructor.newInstance(new Object[constructor.getParameterCount()]));
            }
        }
        return simple.create(kind);
    }
}
