package io.github.camelajo.simulator.internal.core;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelajo.simulator.control.ReceivedRequest;

/** A file out of a multipart body. */
public record Multipart(String filename, String text) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:.*[; ]name=\"?([^\";\r\n]+)\"?");
    private static final Pattern FILENAME = Pattern.compile("(?i)content-disposition:.*filename=\"?([^\";\r\n]+)\"?");
    private static final String HEADERS_END = "\r\n\r\n";

    /** The part of that name with its file name, or empty if there is none. */
    public static Optional<Multipart> file(ReceivedRequest request, String name) {
        Matcher boundary = BOUNDARY.matcher(String.valueOf(request.header("Content-Type")));
        if (!boundary.find()) {
            return Optional.empty();
        }
        String body = "\r\n" + new String(request.body(), StandardCharsets.ISO_8859_1);
        for (String part : body.split(Pattern.quote("\r\n--" + boundary.group(1)))) {
            int end = part.indexOf(HEADERS_END);
            if (end < 0) {
                continue;
            }
            String headers = part.substring(0, end);
            Matcher partName = NAME.matcher(headers);
            Matcher filename = FILENAME.matcher(headers);
            if (partName.find() && name.equals(partName.group(1)) && filename.find()) {
                byte[] content = part.substring(end + HEADERS_END.length()).getBytes(StandardCharsets.ISO_8859_1);
                return Optional.of(new Multipart(filename.group(1), new String(content, StandardCharsets.UTF_8)));
            }
        }
        return Optional.empty();
    }

    public int size() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
