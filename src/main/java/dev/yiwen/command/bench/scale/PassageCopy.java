package dev.yiwen.command.bench.scale;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Writes passages in the binary format of PostgreSQL's COPY (see its documentation), each when it comes. */
final class PassageCopy implements AutoCloseable {
    private static final String INTO = """
            copy passage (article_id, revision, kind, text, key, embedding, audience, valid_from, valid_to)
            from stdin (format binary)""";
    private static final int FIELDS = 9;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int NULL = -1;
    private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);
    private static final int BUFFER = 1 << 16;

    private final DataOutputStream out;

    PassageCopy(Connection connection) throws SQLException, IOException {
        out = new DataOutputStream(new PGCopyOutputStream(connection.unwrap(PGConnection.class), INTO, BUFFER));
        out.write(SIGNATURE);
        out.writeInt(0); // flags
        out.writeInt(0); // no further header
    }

    void write(Bulk.Passage passage) throws IOException {
        out.writeShort(FIELDS);
        out.writeInt(2 * Long.BYTES);
        out.writeLong(passage.article().getMostSignificantBits());
        out.writeLong(passage.article().getLeastSignificantBits());
        out.writeInt(Integer.BYTES);
        out.writeInt(1);
        text(passage.kind());
        text(passage.text());
        text(passage.text());
        vector(passage.vector());
        text(passage.audience());
        date(null);
        date(passage.validTo());
    }

    private void text(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** As {@code vector_recv} takes it: how many numbers, a reserved half-word, the numbers. */
    private void vector(float[] vector) throws IOException {
        var bytes = ByteBuffer.allocate(2 * Short.BYTES + vector.length * Float.BYTES);
        bytes.putShort((short) vector.length)
                .putShort((short) 0)
                .asFloatBuffer()
                .put(vector);
        out.writeInt(bytes.capacity());
        out.write(bytes.array());
    }

    private void date(@Nullable LocalDate date) throws IOException {
        if (date == null) {
            out.writeInt(NULL);
        } else {
            out.writeInt(Integer.BYTES);
            out.writeInt((int) (date.toEpochDay() - DAY_ZERO.toEpochDay()));
        }
    }

    @Override
    public void close() throws IOException {
        out.writeShort(NULL); // the end of the data
        out.close();
    }
}
