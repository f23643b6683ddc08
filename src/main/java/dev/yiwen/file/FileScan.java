package dev.yiwen.file;

import java.io.IOException;

/** Looks for what may harm whoever opens a file. Blocking. */
interface FileScan {

    /** @throws IOException when the scanner could not say; the file is refused then */
    boolean isClean(byte[] content) throws IOException;
}
