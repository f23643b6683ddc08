package dev.yiwen.command.argument;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file or folder that is there and can be read. */
public final class ReadablePath implements ITypeConverter<Path> {

    @Override
    public Path convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("A path must be named, not an empty word.");
        }
        var path = Path.of(text);
        if (!Files.exists(path)) {
            throw new TypeConversionException("There is no file or folder " + path + ".");
        }
        if (!Files.isReadable(path)) {
            throw new TypeConversionException(path + " may not be read by this user.");
        }
        return path;
    }
}
