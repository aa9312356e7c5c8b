package io.github.camelajo.internal.answer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts off an answer that is too large before it fills the heap. A small compressed answer can unpack to gigabytes. */
final class BoundedStream extends FilterInputStream {

    private final long limit;
    private long count;

    BoundedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        if (n > 0) {
            count(n);
        }
        return n;
    }

    /** Not closed here: closing would read the rest. The owner of the answer closes it. */
    @Override
    public void close() {}

    private void count(int n) throws UnusableAnswerException {
        count += n;
        if (count > limit) {
            throw new UnusableAnswerException("the answer is larger than " + limit
                    + " bytes (option maxResponseSize); read it in pages or with outputType=stream");
        }
    }
}
