package io.github.camelajo;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of {@code ajo:raw}. */
@UriParams
abstract class RawConfiguration extends JobConfiguration {

    @UriParam(label = "raw", enums = "GET,POST,PUT,PATCH,DELETE", defaultValue = "GET")
    private String httpMethod = "GET";

    @UriParam(label = "raw")
    private String path;

    @UriParam(label = "raw")
    private String query;

    @UriParam(label = "raw", defaultValue = "application/json")
    private String contentType = "application/json";

    @UriParam(label = "raw", defaultValue = "application/json")
    private String accept = "application/json";

    public String getHttpMethod() {
        return httpMethod;
    }

    /**
     * HTTP method of a raw request. For the API raw only; the other APIs set it themselves. Only GET counts as safe to
     * repeat.
     */
    public void setHttpMethod(String httpMethod) {
        this.httpMethod = httpMethod;
    }

    public String getPath() {
        return path;
    }

    /**
     * Path of a raw request below the base URL, or a full URL on a host of the option allowedHosts. For the API raw
     * only. Example: /ajo/im/health.
     */
    public void setPath(String path) {
        this.path = path;
    }

    public String getQuery() {
        return query;
    }

    /**
     * Query of a raw request, percent-encoded, without the question mark. For the API raw only. Example:
     * orderBy=-modifiedAt, or in a URI RAW(...) around several parameters.
     */
    public void setQuery(String query) {
        this.query = query;
    }

    public String getContentType() {
        return contentType;
    }

    /**
     * Media type of the body of a raw request, sent as the HTTP header Content-Type. For the API raw only.
     */
    public void setContentType(String contentType) {
        this.contentType = contentType;
    }

    public String getAccept() {
        return accept;
    }

    /**
     * Media type that a raw request asks for, sent as the HTTP header Accept. For the API raw only.
     */
    public void setAccept(String accept) {
        this.accept = accept;
    }
}
