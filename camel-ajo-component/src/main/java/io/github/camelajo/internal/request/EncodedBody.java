package io.github.camelajo.internal.request;

import java.nio.charset.Charset;

/**
 * Bytes together with what the exchange says of their charset.
 *
 * @param content what holds the bytes: a byte[], a stream, a file
 * @param charset never UTF-8: then the content stands alone
 * @param certain whether the charset is that of just this content, as with a file; otherwise it is what the exchange says of
 *                all it holds, and a step in between may have made UTF-8 of the content
 */
record EncodedBody(Object content, Charset charset, boolean certain) {}
