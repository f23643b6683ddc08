package dev.yiwen.knowledge.exporting;

/** How knowledge is written. */
public enum ExportFormat {
    /** A workbook, a row an article. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /** A folder, a file an article; a ZIP archive of it where one file is wanted. */
    MARKDOWN("application/zip", "zip"),
    /** A line an article. */
    JSONL("application/jsonl", "jsonl");

    private final String mediaType;
    private final String extension;

    ExportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }
}
