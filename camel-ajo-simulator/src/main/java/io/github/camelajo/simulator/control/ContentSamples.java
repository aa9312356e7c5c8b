package io.github.camelajo.simulator.control;

/** Ids of the templates and fragments in every sandbox of a new simulator. */
public final class ContentSamples {

    /** An HTML template for email. */
    public static final String HTML_TEMPLATE = "0d9a3f52-61c4-4be7-9a25-7f1c83d6e001";
    /** A content template for email. */
    public static final String EMAIL_TEMPLATE = "0d9a3f52-61c4-4be7-9a25-7f1c83d6e002";
    /** A content template for SMS. */
    public static final String SMS_TEMPLATE = "0d9a3f52-61c4-4be7-9a25-7f1c83d6e003";
    /** A published HTML fragment. */
    public static final String HTML_FRAGMENT = "5be80c17-2d4f-4c0a-b3d8-19e6f4a7c001";
    /** An expression fragment that is still a draft. */
    public static final String EXPRESSION_FRAGMENT = "5be80c17-2d4f-4c0a-b3d8-19e6f4a7c002";

    private ContentSamples() {}
}
