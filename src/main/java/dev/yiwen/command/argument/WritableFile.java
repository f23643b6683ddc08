package dev.yiwen.command.argument;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file that can be written, or made in a folder that is there. */
public final class WritableFile implements ITypeConverter<Path> {

    @Override
    public Path convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("A file must be named, not an empty word.");
        }
        var path = Path.of(text);
        var folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path) || folder == null) {
            throw new TypeConversionException(path + " is a folder; name a file.");
        }
        if (!Files.isDirectory(folder)) {
            throw new TypeConversionException(
                    "There is no folder " + folder + " to write " + path.getFileName() + " in.");
        }
        if (!Files.isWritable(Files.exists(path) ? path : folder)) {
            throw new TypeConversionException(path + " may not be written by this user.");
        }
        return path;
    }
}
