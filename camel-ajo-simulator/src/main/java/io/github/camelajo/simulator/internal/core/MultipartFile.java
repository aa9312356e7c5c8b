package io.github.camelajo.simulator.internal.core;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelajo.simulator.control.ReceivedRequest;

/** One file of a {@code multipart/form-data} body, its content read as UTF-8. */
public record MultipartFile(String fileName, String content) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

    /** The part of a name, if it is there and names a file. */
    public static Optional<MultipartFile> find(ReceivedRequest request, String name) {
        Matcher boundary =
                BOUNDARY.matcher(request.header("Content-Type") == null ? "" : request.header("Content-Type"));
        if (!boundary.find()) {
            return Optional.empty();
        }
        Pattern field = Pattern.compile("[; ]name=\"?" + Pattern.quote(name) + "\"?(?:[;\\s]|$)");
        String body = "\r\n" + new String(request.body(), StandardCharsets.UTF_8);
        for (String part : body.split(Pattern.quote("\r\n--" + boundary.group(1)), -1)) {
            int end = part.indexOf("\r\n\r\n");
            if (end > 0 && field.matcher(part.substring(0, end)).find()) {
                Matcher fileName = FILE_NAME.matcher(part.substring(0, end));
                return fileName.find()
                        ? Optional.of(new MultipartFile(fileName.group(1), part.substring(end + 4)))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
