package io.github.camelajo.internal.flow;

/**
 * Detects a cycle of cursors without keeping them all (Brent's algorithm): a list of millions of items has many
 * cursors.
 */
public final class LoopDetector {

    private Object mark;
    private long steps;
    private long limit = 1;

    /** Takes the next cursor. Returns true after two rounds of a cycle at the latest. */
    public boolean isRepeat(Object cursor) {
        if (cursor.equals(mark)) {
            return true;
        }
        if (++steps >= limit) {
            mark = cursor;
            steps = 0;
            limit *= 2;
        }
        return false;
    }
}
